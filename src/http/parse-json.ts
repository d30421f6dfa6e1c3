import { AMOUNT_NUMBER_DIGITS_MAX } from "../domain/bounds.ts";
import { ApiError } from "./problem.ts";

/** V8 tells a reviver the literal of each primitive (the TC39 proposal "JSON.parse source text access"). */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

// Made once: it costs more than it decodes. Without `stream` it keeps nothing between two texts.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

// A double keeps 15 significant digits. What is longer would be rounded without a word, and what has
// an exponent is no plain decimal: both become NaN, which no schema takes for a number.
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
      // A key that would reach an object's prototype names no field of ours.
      if (key === "__proto__") throw new SyntaxError("refused key");
      return typeof value === "number" ? trustedNumber(value, source ?? "") : value;
    });
  } catch {
    // Neither the decoder's nor the parser's words are for the caller: they quote the body.
    throw new ApiError("malformed_json");
  }
}
