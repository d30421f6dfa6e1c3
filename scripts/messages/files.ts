import { readFileSync } from "node:fs";
import path from "node:path";
import { FAVICON } from "../../src/http/pages/page.ts";
import { PAGE_STYLE } from "../../src/http/pages/page-style.ts";

const textOf = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");

/** A file that the messages page loads; null for a path without one. */
export function messagesFile(pathname: string): { type: string; content: string } | null {
  if (pathname === "/page.css") {
    return { type: "text/css", content: PAGE_STYLE + textOf("page.css") };
  }
  if (pathname === "/page.js") return { type: "text/javascript", content: textOf("page.js") };
  if (pathname === "/page.svg") return { type: "image/svg+xml", content: FAVICON };
  return null;
}
