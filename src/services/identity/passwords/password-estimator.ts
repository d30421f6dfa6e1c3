import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";
import { ESTIMATE_LENGTH_MAX, ESTIMATE_SUBSTITUTIONS_MAX } from "../../../domain/bounds.ts";
import { FEEDBACK, PASSWORD_WORDS, SEQUENCE_WORDS } from "./password-words.ts";

const MARK_FIRST = "A".charCodeAt(0);
const MARK_LAST = "Z".charCodeAt(0);

/** The words of a front-coded list: a capital before each tells how many letters of the last one it keeps. */
export function wordsOf(coded: string): string[] {
  const words: string[] = [];
  let word = "";
  let start = 0;
  for (let i = 1; i <= coded.length; i++) {
    const code = i < coded.length ? coded.charCodeAt(i) : MARK_FIRST;
    if (code < MARK_FIRST || code > MARK_LAST) continue;
    word = word.slice(0, coded.charCodeAt(start) - MARK_FIRST) + coded.slice(start + 1, i);
    words.push(word);
    start = i;
  }
  return words;
}

/** Words that are ranked in one step: some five milliseconds. */
const WORDS_A_STEP = 8_000;

/**
 * Makes an estimator step by step, so that its maker can let other requests run between two steps: its
 * words take a tenth of a second to rank. Each estimate reads ESTIMATE_LENGTH_MAX characters at most and
 * tries ESTIMATE_SUBSTITUTIONS_MAX readings of letters in disguise.
 */
export function* makeEstimator(): Generator<undefined, ZxcvbnFactory> {
  const zxcvbn = new ZxcvbnFactory({
    // Under a name that zxcvbn takes for a sequence. One list in place of fourteen: each is looked up for
    // every part of every reading.
    dictionary: { "months-en": SEQUENCE_WORDS.split(" ") },
    graphs: adjacencyGraphs,
    translations: FEEDBACK,
    maxLength: ESTIMATE_LENGTH_MAX,
    l33tMaxSubstitutions: ESTIMATE_SUBSTITUTIONS_MAX,
    useLevenshteinDistance: false,
  });
  // The constructor would rank all words at once.
  // biome-ignore lint/complexity/useLiteralKeys: the dot is not open to us, for the property is private.
  const { rankedDictionaries, rankedDictionariesMaxWordSize } = zxcvbn["options"];
  for (const [name, coded] of Object.entries(PASSWORD_WORDS)) {
    const words = wordsOf(coded);
    const ranks: Record<string, number> = {};
    let longest = 0;
    for (const [i, word] of words.entries()) {
      ranks[word] = i + 1;
      longest = Math.max(longest, word.length);
      if (i % WORDS_A_STEP === 0) yield;
    }
    rankedDictionaries[name] = ranks;
    rankedDictionariesMaxWordSize[name] = longest;
  }
  return zxcvbn;
}
