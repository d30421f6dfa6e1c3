import { MASKED_WORDS_MAX } from "./bounds.ts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const STARTS_WORD = /^[\p{L}\p{N}]/u;
const HIDDEN = "***";

/**
 * A name that its holder's acquaintances recognize and that others cannot learn from it: the first
 * letter of each of its first MASKED_WORDS_MAX words, with its marks, and three stars, however long
 * the word is. "Amina Saleh" is "A*** S***". The same name always has the same mask. Letters are
 * grapheme clusters (UAX #29), so an Arabic letter keeps its vowel marks and no character is cut.
 */
export function maskedName(name: string): string {
  const words = name.split(/\p{White_Space}+/u).filter((word) => word !== "");
  return words.slice(0, MASKED_WORDS_MAX).map(maskedWord).join(" ");
}

/** A word of symbols only shows none of them. */
function maskedWord(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (STARTS_WORD.test(segment)) return `${segment}${HIDDEN}`;
  }
  return HIDDEN;
}
