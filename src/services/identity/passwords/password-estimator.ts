import { brotliDecompressSync } from "node:zlib";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";
import { ESTIMATE_LENGTH_MAX, ESTIMATE_SUBSTITUTIONS_MAX } from "../../../domain/bounds.ts";
import { FEEDBACK, PACKED_WORDS, PLACES_FROM, SEQUENCE_WORDS, WORD_LISTS } from "./packed-words.ts";

const MARK_FIRST = "A".charCodeAt(0);
const MARK_LAST = "Z".charCodeAt(0);

/**
 * Decodes a front-coded word list, one word after the other. A capital letter before each word says
 * how many letters it shares with the beginning of the word before it: A is none, B is one.
 */
export function* wordsOf(coded: string): Generator<string> {
  let word = "";
  let start = 0;
  for (let i = 1; i <= coded.length; i++) {
    const code = i < coded.length ? coded.charCodeAt(i) : MARK_FIRST;
    if (code < MARK_FIRST || code > MARK_LAST) continue;
    word = word.slice(0, coded.charCodeAt(start) - MARK_FIRST) + coded.slice(start + 1, i);
    yield word;
    start = i;
  }
}

/** How many words are read or ranked in one step, which takes about five milliseconds. */
const WORDS_PER_STEP = 8_000;

/** The words of each place: the place of a list's words of one magnitude of ranks. */
function* unpackWords(): Generator<undefined, string[][]> {
  const text = brotliDecompressSync(Buffer.from(PACKED_WORDS, "base64")).toString();
  yield;
  const [coded = "", places = ""] = text.split("\n");
  const byPlace: string[][] = [];
  let read = 0;
  for (const word of wordsOf(coded)) {
    const place = places.charCodeAt(read) - PLACES_FROM.charCodeAt(0);
    const words = byPlace[place] ?? [];
    byPlace[place] = words;
    words.push(word);
    if (++read % WORDS_PER_STEP === 0) yield;
  }
  return byPlace;
}

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
  const byPlace = yield* unpackWords();
  for (const [list, name] of WORD_LISTS.entries()) {
    const ranks: Record<string, number> = {};
    let rank = 0;
    let longest = 0;
    for (let place = list; place < byPlace.length; place += WORD_LISTS.length) {
      for (const word of byPlace[place] ?? []) {
        ranks[word] = ++rank;
        longest = Math.max(longest, word.length);
        if (rank % WORDS_PER_STEP === 0) yield;
      }
    }
    rankedDictionaries[name] = ranks;
    rankedDictionariesMaxWordSize[name] = longest;
  }
  return zxcvbn;
}
