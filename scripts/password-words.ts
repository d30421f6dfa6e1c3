// Writes src/services/identity/passwords/packed-words.ts from the word lists of zxcvbn-ts: every word of theirs once, in
// the list where it is most common, at less than half the compressed size. npm runs it after each install.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english, translations } from "@zxcvbn-ts/language-en";
import { projectRoot } from "./system/places.ts";

const TARGET = path.join(projectRoot, "src/services/identity/passwords/packed-words.ts");

/** Our lists by the package's. Its list for dice has no ranks and no word that the others lack to speak of. */
export const LISTS = {
  "passwords-common": common["passwords-common"],
  "commonWords-en": english["commonWords-en"],
  "firstnames-en": english["firstnames-en"],
  "lastnames-en": english["lastnames-en"],
  "wikipedia-en": english["wikipedia-en"],
} as const;

const isSequence = (name: string): boolean => !(name in LISTS);

/** Ranks matter by their order of magnitude: words of one power of two are sorted by their letters. */
const magnitudeOf = (rank: number): number => Math.floor(Math.log2(rank));

// Before each word is a capital letter: how many letters the word shares with the one before it.
function frontCoded(words: readonly string[]): string {
  let before = "";
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 25 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return `${String.fromCharCode(65 + shared)}${word.slice(shared)}`;
    })
    .join("");
}

/** Of each word the list in which it is most common, and its magnitude there. */
export function bestLists(): Map<string, { readonly name: string; readonly magnitude: number }> {
  const best = new Map<string, { name: string; magnitude: number }>();
  for (const [name, words] of Object.entries(LISTS)) {
    words.forEach((word, i) => {
      const magnitude = magnitudeOf(i + 1);
      const known = best.get(word);
      if (!known || magnitude < known.magnitude) best.set(word, { name, magnitude });
    });
  }
  return best;
}

/** The words of every sequence (numbers, months, …), first ones first: zxcvbn asks only whether they follow. */
function sequenceWords(): string[] {
  const lists = Object.entries(english).filter(([name]) => isSequence(name));
  const longest = Math.max(...lists.map(([, words]) => words.length));
  const words = Array.from({ length: longest }, (_, i) =>
    lists.flatMap(([, list]) => list.slice(i, i + 1)),
  );
  return [...new Set(words.flat())];
}

/** Places are printable characters from this one on. */
const PLACES_FROM = "!";

/**
 * All words in one front-coded list, a line break, and a character for each word: its place, which is
 * its magnitude times the number of lists plus its list. Words of all lists beside one another share
 * the most letters.
 */
function codedWords(): string {
  const names = Object.keys(LISTS);
  const words = [...bestLists()].sort(([one], [other]) => (one < other ? -1 : 1));
  const places = words.map(([, { name, magnitude }]) =>
    String.fromCharCode(PLACES_FROM.charCodeAt(0) + magnitude * names.length + names.indexOf(name)),
  );
  return `${frontCoded(words.map(([word]) => word))}\n${places.join("")}`;
}

function packed(text: string): string {
  const bytes = Buffer.from(text);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).toString("base64");
}

/** The source text of packed-words.ts. */
export function packedWords(pack: (text: string) => string = packed): string {
  return `// Made by scripts/password-words.ts from @zxcvbn-ts/language-common and @zxcvbn-ts/language-en (MIT). The
// common words are derived from OpenSubtitles 2024 via OPUS (https://opus.nlpl.eu/), provider
// Helsinki-NLP / OPUS, under ODC-BY; the original data is attributed to subtitle contributors and rights
// holders. This is a processed derivative: tokenized, counted, normalized, filtered.

/** The lists of common words and passwords. */
export const WORD_LISTS = ${JSON.stringify(Object.keys(LISTS))};

/** The character of the first place: the most common words of the first list. */
export const PLACES_FROM = ${JSON.stringify(PLACES_FROM)};

/** The words and their places, packed by Brotli, in base64; see password-estimator.ts. */
export const PACKED_WORDS = ${JSON.stringify(pack(codedWords()))};

/** What zxcvbn says of a weak password. Here, because importing it from its package brings all lists along. */
export const FEEDBACK = ${JSON.stringify(translations)};

/** The words of sequences that people count on: numbers, days, months, planets. */
export const SEQUENCE_WORDS = ${JSON.stringify(sequenceWords().join(" "))};
`;
}

if (import.meta.main) writeFileSync(TARGET, packedWords());
