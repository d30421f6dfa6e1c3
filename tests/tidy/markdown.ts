import { existsSync } from "node:fs";
import path from "node:path";
import { filesIn, root, textOf } from "./tree.ts";

/** The pages that people read, as paths from the project's root. */
export const pages: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  "packages/client/README.md",
  ...filesIn("docs").filter((file) => file.endsWith(".md")),
];

const FENCE = /^ *```[\s\S]*?^ *```$/gm;

/** A page without its code blocks. */
export const proseOf = (page: string): string => textOf(page).replace(FENCE, "");

/** A page without anything that is quoted from code: names in backticks, paths, targets of links. */
export const wordsOf = (page: string): string =>
  proseOf(page).replace(/`[^`\n]*`|\]\([^)\s]*\)|[\w.-]+\/[\w./-]+/g, "");

/** What stands in backticks. */
export const quotedIn = (page: string): string[] =>
  [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);

/** The name under which a heading can be linked to, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

const anchorsIn = (page: string): string[] =>
  [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

/** The links of a page that lead nowhere: to a file that is not there, or to a heading that a page does not have. */
export function deadLinksIn(page: string): string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? page : path.join(path.dirname(page), file);
    if (!existsSync(path.join(root, target))) return true;
    return anchor !== undefined && !anchorsIn(target).includes(anchor);
  });
}

/** Sentences of some length, outside tables, as they are whatever their line breaks. */
export function sentencesOf(page: string): string[] {
  const paragraphs = proseOf(page)
    .split("\n")
    .filter((line) => !line.startsWith("|"))
    .join("\n")
    .split(/\n\s*\n|\n(?=\s*(?:[-#]|\d+\.) )/);
  return paragraphs
    .flatMap((text) => text.replace(/\s+/g, " ").split(/(?<=[.:?]) /))
    .map((sentence) => sentence.replace(/^[-#\s]+/, "").trim())
    .filter((sentence) => sentence.split(" ").length >= 7);
}
