import { fromMinor, type Money } from "@mahfaza/client";
import { latinDigits } from "./latin-digits.ts";

/** The most minor units of an amount, as the service takes it: less than 10^15. */
const AMOUNT_MINOR_MAX = 10n ** 15n - 1n;

type Fault = "empty" | "not_a_number" | "too_precise" | "zero" | "too_large";

/** What somebody typed as an amount: a plain decimal string, or what is wrong with it. */
export type TypedAmount =
  | { readonly value: string; readonly fault: null }
  | { readonly value: null; readonly fault: Fault };

/** The largest amount of a currency with so many decimals. */
export function mostOf(decimals: number): Money {
  return fromMinor(AMOUNT_MINOR_MAX, decimals);
}

const PLAIN = /^\d+(?:\.\d+)?$|^\.\d+$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Digits of any script as Latin ones, and Arabic separators as the Latin ones. */
function latin(text: string): string {
  return latinDigits(text).replace(/٫/g, ".").replace(/[٬،]/g, ",");
}

/** Reads a typed amount of a currency with so many decimals. */
export function readTypedAmount(typed: string, decimals: number): TypedAmount {
  const amount = readTypedDecimal(typed, decimals);
  if (amount.value === null) return amount;
  const isTooLarge = BigInt(amount.value.replace(".", "")) > AMOUNT_MINOR_MAX;
  return isTooLarge ? { value: null, fault: "too_large" } : amount;
}

/**
 * Reads a typed decimal above zero with at most `decimals` decimals: digits of any script, groups of three
 * separated by commas or blanks. "12,5" is refused: the comma could mean either. No number is made
 * of it, so that no digit is lost.
 */
export function readTypedDecimal(typed: string, decimals: number): TypedAmount {
  const text = latin(typed).replace(/[\s\u00a0\u202f\u2066-\u2069\u200e\u200f]/g, "");
  if (text === "") return { value: null, fault: "empty" };
  if (!PLAIN.test(text) && !GROUPED.test(text)) return { value: null, fault: "not_a_number" };
  const [whole = "", fraction = ""] = text.replaceAll(",", "").split(".");
  if (fraction.length > decimals) return { value: null, fault: "too_precise" };
  const units = whole.replace(/^0+(?=\d)/, "") || "0";
  const value = decimals === 0 ? units : `${units}.${fraction.padEnd(decimals, "0")}`;
  return /[1-9]/.test(value) ? { value, fault: null } : { value: null, fault: "zero" };
}
