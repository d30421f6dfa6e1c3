// Writes src/services/identity/passwords/password-words.ts from the word lists of zxcvbn-ts: every word of theirs once, in
// the list where it is most common, at half the compressed size. npm runs it after each install.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english, translations } from "@zxcvbn-ts/language-en";
import { projectRoot } from "./system/places.ts";

const TARGET = path.join(projectRoot, "src/services/identity/passwords/password-words.ts");

/** Our lists by the package's. Its list for dice has no ranks and no word that the others lack to speak of. */
const LISTS = {
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

function bestLists(): Map<string, { readonly name: string; readonly magnitude: number }> {
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

/** The source text of password-words.ts. */
export function passwordWords(): string {
  const coded = new Map<string, string[][]>();
  for (const [word, { name, magnitude }] of bestLists()) {
    const magnitudes = coded.get(name) ?? [];
    coded.set(name, magnitudes);
    const words = magnitudes[magnitude] ?? [];
    magnitudes[magnitude] = words;
    words.push(word);
  }
  const lists = Object.keys(LISTS).map((name) => {
    // A magnitude whose words are all more common elsewhere has none left.
    const lines = Array.from(coded.get(name) ?? [], (words) => frontCoded((words ?? []).sort()));
    return `  ${JSON.stringify(name)}: ${JSON.stringify(lines.join(""))},\n`;
  });
  return `// Made by scripts/password-words.ts from @zxcvbn-ts/language-common and @zxcvbn-ts/language-en (MIT). The
// common words are derived from OpenSubtitles 2024 via OPUS (https://opus.nlpl.eu/), provider
// Helsinki-NLP / OPUS, under ODC-BY; the original data is attributed to subtitle contributors and rights
// holders. This is a processed derivative: tokenized, counted, normalized, filtered.

/** Common words and passwords, the most common first, front-coded; see password-estimator.ts. */
export const PASSWORD_WORDS = {
${lists.join("")}} as const;

/** What zxcvbn says of a weak password. Here, because importing it from its package brings all lists along. */
export const FEEDBACK = ${JSON.stringify(translations)};

/** The words of sequences that people count on: numbers, days, months, planets. */
export const SEQUENCE_WORDS = ${JSON.stringify(sequenceWords().join(" "))};
`;
}

if (import.meta.main) writeFileSync(TARGET, passwordWords());
