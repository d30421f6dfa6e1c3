import { latinDigits } from "./latin-digits.ts";

/** Blanks, dashes of any kind, and marks of direction, which come with a code that is pasted. */
const BETWEEN = /[\s\p{Pd}\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The code that somebody typed or pasted, in Latin digits; null unless it has exactly this many
 * digits and nothing else.
 */
export function readTypedCode(typed: string, digits: number): string | null {
  const text = latinDigits(typed).replace(BETWEEN, "");
  return /^\d+$/.test(text) && text.length === digits ? text : null;
}
