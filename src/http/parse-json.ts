import { AMOUNT_NUMBER_DIGITS_MAX, JSON_DEPTH_MAX } from "../domain/bounds.ts";
import { ApiError } from "./problem.ts";

/**
 * V8 passes a reviver the literal of each primitive (TC39 proposal "JSON.parse source text
 * access").
 */
type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context: { readonly source?: string },
) => unknown;

// Made once, because a decoder costs more than the decoding. Without `stream` it has no state.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

// A double keeps 15 significant digits. A longer number would be rounded silently, and a number
// with an exponent is no plain decimal: both become NaN, which every schema refuses.
function trustedNumber(value: number, source: string): number {
  if (/[eE-]/.test(source)) return Number.NaN;
  const digits = source.replace(".", "").replace(/^0+/, "");
  return digits.length <= AMOUNT_NUMBER_DIGITS_MAX ? value : Number.NaN;
}

const [QUOTE, COLON, BACKSLASH, OPENING, CLOSING] = [0x22, 0x3a, 0x5c, 0x7b, 0x7d];
// In ASCII this bit alone tells "[" from "{", and "]" from "}".
const CURLY = 0x20;

/**
 * The number of keys that a JSON text writes, and how deeply it nests; for any text, in one pass.
 */
function measure(text: string): { readonly keys: number; readonly depth: number } {
  let [keys, depth, open] = [0, 0, 0];
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isInString && sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) isInString = !isInString;
    else if (isInString) continue;
    else if (sign === COLON) keys += 1;
    else if ((sign | CURLY) === OPENING) depth = Math.max(depth, ++open);
    else if ((sign | CURLY) === CLOSING) open -= 1;
  }
  return { keys, depth };
}

/**
 * The value of a text, and the number of keys in it. Of a key that is written twice, one is there.
 */
function revive(text: string): { readonly value: unknown; readonly keys: number } {
  // The reviver is also called for the whole value, as the member of an object without a name.
  let keys = -1;
  const value = parseWithSource(text, function (key, member, { source }) {
    // This key could change an object's prototype, and no field has that name.
    if (key === "__proto__") throw new SyntaxError("refused key");
    if (!Array.isArray(this)) keys += 1;
    return typeof member === "number" ? trustedNumber(member, source ?? "") : member;
  });
  return { value, keys };
}

/** Refuses a text without quoting it: an error of the parser would quote the body. */
function malformed(detail?: string): never {
  throw new ApiError("malformed_json", { detail });
}

/**
 * Reads JSON in UTF-8; throws malformed_json for anything else, for a key that an object has twice,
 * and for nesting below JSON_DEPTH_MAX. A byte order mark at the start is skipped. JSON.parse keeps
 * the last of two equal keys: another reader of the same body may keep the first (RFC 8259 §4).
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = orMalformed(() => decoder.decode(bytes));
  const { keys, depth } = measure(text);
  if (depth > JSON_DEPTH_MAX) {
    return malformed(`Arrays and objects nest at most ${JSON_DEPTH_MAX} levels deep.`);
  }
  const read = orMalformed(() => revive(text));
  return read.keys === keys ? read.value : malformed("An object names a key twice.");
}

function orMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch {
    return malformed();
  }
}
