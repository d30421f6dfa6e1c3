// One-time codes: digits that a user copies from a message. The database stores a keyed hash of
// each (see keyed-hash.ts): with so few digits, a plain hash could be reversed at once.
import { CODE_DIGITS } from "../domain/bounds.ts";
import { keyedHash } from "./keyed-hash.ts";

const CODES = 10 ** CODE_DIGITS;
const DRAWS = 2 ** 32;
// Draws from here on are repeated: they would make low codes more likely than high ones.
const DRAWS_FAIR = DRAWS - (DRAWS % CODES);

const randomBits = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? DRAWS;

/**
 * Makes a code of CODE_DIGITS digits; all codes are equally likely. `draw` returns 32 random bits.
 */
export function newOneTimeCode(draw: () => number = randomBits): string {
  let value = draw();
  while (value >= DRAWS_FAIR) value = draw();
  return String(value % CODES).padStart(CODE_DIGITS, "0");
}

/**
 * The hash under which a code is stored, in hex. `context` names the request, the user and the
 * address that the code is valid for: the same digits do not match in another context. `key` is 32
 * bytes in base64url.
 */
export function oneTimeCodeHash(key: string, context: readonly string[], code: string): string {
  return keyedHash(key, ["one-time code", ...context, code]);
}
