// Where a function of the built Worker comes from. The Worker is one bundle: its source map tells the file.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { projectRoot } from "../../scripts/places.ts";
import type { CallFrame } from "./cpu-profile.ts";

/** `src/ledger/decide.ts:12`, with the group that its time counts for. */
export interface SourcePlace {
  readonly group: string;
  /** Null for what is no JavaScript of the bundle. */
  readonly place: string | null;
}

export type FindPlace = (frame: CallFrame) => SourcePlace;

export const NATIVE = "native functions (RPC, I/O, crypto, V8's own)";
/** V8's names for time without a function of its own. */
export const IDLE = "(idle)";
const OUTSIDE: Readonly<Record<string, string>> = {
  "(program)": "runtime outside JavaScript (HTTP, RPC, event loop)",
  "(garbage collector)": "garbage collector",
  [IDLE]: IDLE,
};

const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** A package by its name, a file of ours by its folder. `file` is relative to the project. */
export function groupOf(file: string): string {
  const name = PACKAGE.exec(file)?.[1];
  if (name) return name;
  return file.startsWith("src/") ? path.posix.dirname(file) : "bundler";
}

/** Reads the source map of the built script. */
export function placesIn(folder: string, script: string): FindPlace {
  const map = new SourceMap(JSON.parse(readFileSync(path.join(folder, `${script}.map`), "utf8")));
  return ({ functionName, url, lineNumber, columnNumber }) => {
    const outside = OUTSIDE[functionName];
    if (!url) return { group: outside ?? NATIVE, place: null };
    if (url.includes(":")) return { group: "workerd's own JavaScript", place: url };
    const entry = map.findEntry(lineNumber, columnNumber);
    if (!("originalSource" in entry)) return { group: "bundler", place: null };
    const file = path.relative(projectRoot, path.resolve(folder, entry.originalSource));
    return { group: groupOf(file), place: `${file}:${entry.originalLine + 1}` };
  };
}
