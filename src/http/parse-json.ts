import { AMOUNT_NUMBER_DIGITS_MAX } from "../domain/bounds.ts";
import { ApiError } from "./problem.ts";

/** V8 passes a reviver the literal of each primitive (TC39 proposal "JSON.parse source text access"). */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

// Made once, because a decoder costs more than the decoding. Without `stream` it has no state.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

// A double keeps 15 significant digits. A longer number would be rounded silently, and a number with an
// exponent is no plain decimal: both become NaN, which every schema refuses.
function trustedNumber(value: number, source: string): number {
  if (/[eE-]/.test(source)) return Number.NaN;
  const digits = source.replace(".", "").replace(/^0+/, "");
  return digits.length <= AMOUNT_NUMBER_DIGITS_MAX ? value : Number.NaN;
}

/** Reads JSON in UTF-8; throws malformed_json for anything else. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = decoder.decode(bytes);
    return parseWithSource(text, (key, value, { source }) => {
      // This key could change an object's prototype, and no field has that name.
      if (key === "__proto__") throw new SyntaxError("refused key");
      return typeof value === "number" ? trustedNumber(value, source ?? "") : value;
    });
  } catch {
    // The messages of the decoder and the parser quote the body, so they are not passed on.
    throw new ApiError("malformed_json");
  }
}
