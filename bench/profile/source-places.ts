// The source of a function in the built Worker. The Worker is one bundle, in which esbuild begins each module with
// its path as a comment; the line comes from the source map. The map alone is not sufficient: some packages are
// published with their own maps, whose paths do not name the package.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { projectRoot } from "../../scripts/system/places.ts";
import type { CallFrame } from "./cpu-profile.ts";

/** `src/ledger/decide.ts:12`, with the group that its time counts for. */
export interface SourcePlace {
  readonly group: string;
  /** Null for functions outside the bundle's JavaScript. */
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

const MODULE = /^\s*\/\/ (\S+\.(?:[cm]?js|ts|json))$/;
const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The name of a package, or the folder of a file of this project. `file` is relative to the project. */
export function groupOf(file: string): string {
  const name = PACKAGE.exec(file)?.[1];
  if (name) return name;
  return file.startsWith("src/") ? path.posix.dirname(file) : "bundler";
}

/** The module of each line of a bundle; null before the first. */
function modulesByLine(bundle: string): (string | null)[] {
  let module: string | null = null;
  return bundle.split("\n").map((line) => {
    module = MODULE.exec(line)?.[1] ?? module;
    return module;
  });
}

/** Reads the built script and its source map. */
export function placesIn(folder: string, script: string): FindPlace {
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const modules = modulesByLine(read(script));
  const map = new SourceMap(JSON.parse(read(`${script}.map`)));
  return ({ functionName, url, lineNumber, columnNumber }) => {
    const outside = OUTSIDE[functionName];
    if (!url) return { group: outside ?? NATIVE, place: null };
    if (url.includes(":")) return { group: "workerd's own JavaScript", place: url };
    const module = modules[lineNumber];
    if (!module) return { group: "bundler", place: `${url}:${lineNumber + 1}` };
    const entry = map.findEntry(lineNumber, columnNumber);
    if (!("originalSource" in entry)) return { group: groupOf(module), place: module };
    const { originalSource, originalLine } = entry;
    const source = path.relative(projectRoot, path.resolve(folder, originalSource));
    const line = `${source === module ? "" : ` ${path.basename(source)}`}:${originalLine + 1}`;
    return { group: groupOf(module), place: `${module}${line}` };
  };
}
