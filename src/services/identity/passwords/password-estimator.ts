import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";
import { ESTIMATE_LENGTH_MAX, ESTIMATE_SUBSTITUTIONS_MAX } from "../../../domain/bounds.ts";
import { FEEDBACK, PASSWORD_WORDS, SEQUENCE_WORDS } from "./password-words.ts";

const MARK_FIRST = "A".charCodeAt(0);
const MARK_LAST = "Z".charCodeAt(0);

/**
 * Decodes a front-coded word list. A capital letter before each word says how many letters it
 * shares with the beginning of the word before it: A is none, B is one.
 */
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

/** How many words are ranked in one step, which takes about five milliseconds. */
const WORDS_PER_STEP = 8_000;

/**
 * Makes an estimator in steps, so that other requests can run between two steps: ranking all words
 * takes a tenth of a second. An estimate reads at most ESTIMATE_LENGTH_MAX characters and tries at
 * most ESTIMATE_SUBSTITUTIONS_MAX substitutions such as `@` for `a`.
 */
export function* makeEstimator(): Generator<undefined, ZxcvbnFactory> {
  const zxcvbn = new ZxcvbnFactory({
    // zxcvbn treats a dictionary of this name as sequences. The fourteen lists of sequences are one
    // here, because zxcvbn looks up every part of a password in each list.
    dictionary: { "months-en": SEQUENCE_WORDS.split(" ") },
    graphs: adjacencyGraphs,
    translations: FEEDBACK,
    maxLength: ESTIMATE_LENGTH_MAX,
    l33tMaxSubstitutions: ESTIMATE_SUBSTITUTIONS_MAX,
    useLevenshteinDistance: false,
  });
  // The constructor would rank all words at once.
  // biome-ignore lint/complexity/useLiteralKeys: the property is private, so TypeScript refuses the dot.
  const { rankedDictionaries, rankedDictionariesMaxWordSize } = zxcvbn["options"];
  for (const [name, coded] of Object.entries(PASSWORD_WORDS)) {
    const words = wordsOf(coded);
    const ranks: Record<string, number> = {};
    let longest = 0;
    for (const [i, word] of words.entries()) {
      ranks[word] = i + 1;
      longest = Math.max(longest, word.length);
      if (i % WORDS_PER_STEP === 0) yield;
    }
    rankedDictionaries[name] = ranks;
    rankedDictionariesMaxWordSize[name] = longest;
  }
  return zxcvbn;
}
