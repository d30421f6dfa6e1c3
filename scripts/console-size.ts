import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { projectRoot } from "./system/places.ts";

const PUBLIC = path.join(projectRoot, "public");

/** Addresses of the files that a page loads before its script runs. */
const LOADED = /<(?:script|link)\b[^>]*?\b(?:src|href)="(\/app\/assets\/[^"]+)"/g;
/** The fonts of the common letters; the whole fonts have longer names. */
const FONT = /url\("?(\/app\/assets\/(?:latin|arabic)-[^")]+\.woff2)"?\)/g;

/**
 * Bytes, compressed by gzip, that a page of the console loads at its start: its HTML, the scripts and
 * styles that it names, and the fonts of both scripts. Icons and pages that are opened later are not
 * counted.
 */
export function firstLoadBytes(page: "index" | "desk"): number {
  const html = readFileSync(path.join(PUBLIC, "app", `${page}.html`), "utf8");
  const named = addresses(html, LOADED).map((name) => readFileSync(path.join(PUBLIC, name)));
  const styles = named.map(String).join("\n");
  const fonts = addresses(styles, FONT).map((name) => readFileSync(path.join(PUBLIC, name)));
  const compressed = [Buffer.from(html), ...named].map((file) => gzipSync(file).length);
  // A woff2 file is compressed already.
  return [...compressed, ...fonts.map(({ length }) => length)].reduce((sum, n) => sum + n, 0);
}

function addresses(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}
