import { AMOUNT_MINOR_MAX } from "./bounds.ts";

const PLAIN_DECIMAL = /^(0|[1-9]\d*)(?:\.(\d+))?$/;
const AMOUNT_TEXT_LENGTH_MAX = 32;

/**
 * Parses a decimal string in major units into minor units of a currency with `exponent` decimals.
 * Returns null for anything but a positive plain decimal up to AMOUNT_MINOR_MAX: no sign, exponent,
 * blank, leading zero, or more decimals than the currency has. Never rounds.
 */
export function parseAmount(text: string, exponent: number): bigint | null {
  if (text.length > AMOUNT_TEXT_LENGTH_MAX) return null;
  const match = PLAIN_DECIMAL.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > exponent) return null;
  const minor = BigInt(whole + fraction.padEnd(exponent, "0"));
  return minor > 0n && minor <= AMOUNT_MINOR_MAX ? minor : null;
}

/** Formats minor units as a decimal string in major units with exactly `exponent` decimals. */
export function formatAmount(minor: bigint, exponent: number): string {
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
