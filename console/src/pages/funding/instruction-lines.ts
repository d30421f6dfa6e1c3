import type { Language } from "../../i18n/language.ts";

const ARABIC = /\p{Script=Arabic}/u;

/**
 * The lines of a deployment's own instructions that are in the person's language, by their script;
 * all of them when none is.
 */
export function linesFor(instructions: string, language: Language): readonly string[] {
  const lines = instructions.split("\n").filter((line) => line.trim() !== "");
  const own = lines.filter((line) => ARABIC.test(line) === (language === "ar"));
  return own.length > 0 ? own : lines;
}
