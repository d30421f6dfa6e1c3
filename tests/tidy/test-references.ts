import { existsSync } from "node:fs";
import path from "node:path";
import { root, textOf } from "./tree.ts";

/** A test that a document names, as `folder/file › title`. */
export interface TestReference {
  readonly file: string;
  readonly title: string;
}

const REFERENCE = /`([a-z-]+(?:\/[a-z-]+)+) › ([^`]+)`/g;

/** The tests that the text of a document names. */
export function testReferences(text: string): TestReference[] {
  return [...text.matchAll(REFERENCE)].map(([, file = "", title = ""]) => ({
    file: `tests/${file}.test.ts`,
    title,
  }));
}

/** Those whose file, or whose title in it, is not there. */
export function missingTests(references: readonly TestReference[]): TestReference[] {
  return references.filter(({ file, title }) => {
    if (!existsSync(path.join(root, file))) return true;
    const code = textOf(file);
    return ![`"${title}"`, `\`${title}\``].some((quoted) => code.includes(quoted));
  });
}
