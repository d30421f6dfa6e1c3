// Costly inputs for the estimate of a password's strength: long passwords of many kinds, made from a fixed seed, so
// that every run measures the same inputs.
import { PASSWORD_LENGTH_MAX } from "../../src/domain/bounds.ts";

export interface CostlyPassword {
  readonly kind: string;
  readonly password: string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const BASE64 = `${LETTERS.toUpperCase()}${LETTERS}${DIGITS}+/`;
/** Every character that zxcvbn reads as a substitute for a letter. */
const DISGUISES = "4@8({[<6|)3#9&1!7/^2\\0$5+%>";
/** Each of these may replace two letters or more, so that the possible readings multiply. */
const AMBIGUOUS = "1!|697<#/2";

/** xorshift32: numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const filled = (part: string, length = PASSWORD_LENGTH_MAX): string =>
  [...part.repeat(Math.ceil(length / [...part].length))].slice(0, length).join("");

function drawn(alphabet: string, random: () => number, length = PASSWORD_LENGTH_MAX): string {
  const letters = [...alphabet];
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");
}

const FIXED: readonly CostlyPassword[] = [
  ["one letter", "a"],
  ["two letters", "ab"],
  ["a repeated word", "password"],
  ["a repeated word in disguise", "p@$$w0rd"],
  ["a repeated phrase", "password1qwertyiloveyou"],
  ["repeats within repeats", "aabaabaac"],
  ["a word written backwards", "drowssap"],
  ["the alphabet", LETTERS],
  ["digits in order", DIGITS],
  ["a walk over the keyboard", "qwertyuiopasdfghjklzxcvbnm"],
  ["dates", "19991231"],
  ["dates with separators", "31/12/1999-"],
  ["years", "1999"],
  ["separators", "a-b_c.d "],
  ["number words", "onetwothreefour"],
  ["numbers in disguise", "0n3tw0thr33"],
  ["short words", "theanditofinis"],
  ["capitals in turn", "aBcDeFgHiJkLm"],
  ["pairs that replace one letter", "vvnnuu^^//><"],
  ["ambiguous disguises", AMBIGUOUS],
  ["one ambiguous disguise", "1"],
  ["Arabic", "محفظةالكترونية"],
  ["emoji", "🐪🌙🔑"],
  ["letters that grow in lower case", "İẞΣ"],
  ["marks upon letters", "a\u0301\u0323\u0308"],
  ["ligatures", "ﷺﬃ"],
].map(([kind = "", part = ""]) => ({ kind, password: filled(part) }));

const ALPHABETS: readonly (readonly [string, string])[] = [
  ["base 64", BASE64],
  ["lower case", LETTERS],
  ["digits", DIGITS],
  ["hexadecimal", `${DIGITS}abcdef`],
  ["disguises", DISGUISES],
  ["ambiguous disguises, drawn", AMBIGUOUS],
  ["letters and disguises", `${LETTERS}${DISGUISES}`],
  ["printing ASCII", Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join("")],
  ["pairs and separators", "vnu^/<>-_. "],
  ["Arabic letters", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"],
];

/** A weak start makes the estimate read to the end; after a strong start it stops early. */
const WEAK_STARTS = [
  "aaaaaaaa".repeat(8),
  "1".repeat(64),
  "password".repeat(8),
  "p@$$w0rd".repeat(8),
];

/** The corpus: fixed inputs, `draws` random ones of each alphabet, and random ones after a weak start. */
export function costlyPasswords(draws: number): CostlyPassword[] {
  const random = randomFrom(20_261_128);
  const corpus = [...FIXED];
  for (let n = 0; n < draws; n++) {
    for (const [kind, alphabet] of ALPHABETS) {
      const password = drawn(alphabet, random);
      corpus.push({ kind, password });
      const start = WEAK_STARTS[n % WEAK_STARTS.length] ?? "";
      corpus.push({ kind: `${kind} behind a weak start`, password: start + password.slice(64) });
      const block = drawn(alphabet, random, 2 + (n % 31));
      corpus.push({ kind: `${kind}, repeated`, password: filled(block) });
    }
  }
  return corpus;
}
