import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { projectRoot } from "./system/places.ts";

const PUBLIC = path.join(projectRoot, "public");
const ASSETS = "/app/assets";

/** Addresses of the files that a page names. */
const NAMED = /<(?:script|link)\b[^>]*?\b(?:src|href)="(\/app\/assets\/[^"]+)"/g;
/** What its scripts load then: the code of home, or of the pages before a login (build/chunks.ts). */
const FIRST_PAGES = /^(?:home|home-page|front|front-pages)-[\w-]{8}\.(?:js|css)$/;
/** The fonts of the common letters; the whole fonts have longer names. */
const FONT = /url\("?(\/app\/assets\/(?:latin|arabic)-[^")]+\.woff2)"?\)/g;

/**
 * Bytes, compressed by gzip, that a page of the console loads at its start: its HTML, the scripts and
 * styles that it names, the code of the first pages of people, and the fonts of both scripts. It is
 * more than anybody loads: a person has a session or none. Icons and answers are not counted.
 */
export function firstLoadBytes(page: "index" | "desk"): number {
  const html = read(path.join("app", `${page}.html`));
  const pages = readdirSync(pathOf(ASSETS)).filter((name) => FIRST_PAGES.test(name));
  const later = page === "index" ? pages.map((name) => `${ASSETS}/${name}`) : [];
  const files = [...addresses(html, NAMED), ...later].map(read);
  const fonts = addresses(files.join("\n"), FONT).map((name) => statSync(pathOf(name)).size);
  const compressed = [html, ...files].map((file) => gzipSync(file).length);
  // A woff2 file is compressed already.
  return [...compressed, ...fonts].reduce((sum, n) => sum + n, 0);
}

const pathOf = (name: string) => path.join(PUBLIC, name);
const read = (name: string) => readFileSync(pathOf(name), "utf8");

function addresses(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}
