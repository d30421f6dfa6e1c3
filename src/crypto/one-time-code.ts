// One-time codes: digits that a person copies from a message. What the books keep of one is a keyed hash
// (see keyed-hash.ts), for so few digits would be found behind a bare one at once.
import { CODE_DIGITS } from "../domain/bounds.ts";
import { keyedHash } from "./keyed-hash.ts";

const CODES = 10 ** CODE_DIGITS;
const DRAWS = 2 ** 32;
// Draws from here on would make the small codes likelier than the others: they are drawn again.
const DRAWS_FAIR = DRAWS - (DRAWS % CODES);

const drawn = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? DRAWS;

/** A fresh code of CODE_DIGITS digits, each as likely as any other; `draw` answers 32 random bits. */
export function newOneTimeCode(draw: () => number = drawn): string {
  let value = draw();
  while (value >= DRAWS_FAIR) value = draw();
  return String(value % CODES).padStart(CODE_DIGITS, "0");
}

/**
 * What is kept of a code, in hex; `goodFor` says for what and for whom, so that the same digits are
 * another code elsewhere. `key` is 32 bytes in base64url.
 */
export function oneTimeCodeHash(key: string, goodFor: readonly string[], code: string): string {
  return keyedHash(key, ["one-time code", ...goodFor, code]);
}
