import { TYPED_LENGTH_MAX } from "./bounds.ts";
import { withoutMarks } from "./visible-text.ts";

const NOT_ASCII_DIGIT = /(?![0-9])\p{Nd}/gu;
// The property, and signs that look like a hyphen: minus signs, a bullet, the Japanese long vowel.
const DASH = /[\p{Dash_Punctuation}\u02D7\u2043\u207B\u208B\u2212\u30FC\uFF70]/gu;
const BLANK = /\p{White_Space}/gu;
const FULLWIDTH = /[\uFF01-\uFF5E]/g;
const FULLWIDTH_OFFSET = 0xff01 - 0x21;
// Small and superscript plus.
const PLUS = /[\uFE62\u207A]/g;

/**
 * A number or a code in ASCII, as it was typed or pasted: digits of every script, fullwidth forms,
 * dashes and blanks become ASCII, and invisible characters go. Only up to TYPED_LENGTH_MAX
 * characters. Source: Unicode 16 §4.6 (decimal digits).
 */
export function asciiText(text: string): string {
  const plain = withoutMarks(text);
  if (plain.length > TYPED_LENGTH_MAX) return plain;
  return plain
    .replace(NOT_ASCII_DIGIT, digitOf)
    .replace(DASH, "-")
    .replace(BLANK, " ")
    .replace(PLUS, "+")
    .replace(FULLWIDTH, (form) => String.fromCharCode(form.charCodeAt(0) - FULLWIDTH_OFFSET));
}

/**
 * A one-time code of `count` digits, from a message or an authenticator app; null when the text is
 * none. Blanks and hyphens between the digits are ignored: people group digits by them.
 */
export function readDigits(text: string, count: number): string | null {
  const digits = asciiText(text).replace(/[ -]/g, "");
  return digits.length === count && /^[0-9]+$/.test(digits) ? digits : null;
}

const DIGIT = /^\p{Nd}$/u;

/** Each script has its digits in one row from 0 to 9, so the start of the row tells the value. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}
