import { readTypedDecimal } from "../../i18n/typed-amount.ts";
import { proportionOf } from "../../ui/proportion.ts";

/** The most digits of a rate: its whole part and its decimals together. */
const RATE_DIGITS_MAX = 12;
/** Most of a spread or fee: 10 %. */
export const BASIS_POINTS_MAX = 1000;

/** A typed rate as the plain decimal that is sent: digits of any script; null for anything else. */
export function readRate(typed: string): string | null {
  const { value } = readTypedDecimal(typed, RATE_DIGITS_MAX);
  if (value === null) return null;
  const plain = value.replace(/0+$/, "").replace(/\.$/, "");
  const digits = plain.replace(".", "").replace(/^0+/, "");
  return digits.length <= RATE_DIGITS_MAX ? plain : null;
}

/** A typed percentage as basis points: 50 for "0.5"; null for anything else, and above 10 %. */
export function readPercent(typed: string): number | null {
  if (/^\s*[0٠۰]+([.٫][0٠۰]{1,2})?\s*$/.test(typed)) return 0;
  const { value } = readTypedDecimal(typed, 2);
  if (value === null || value.length > 6) return null;
  const points = Number.parseInt(value.replace(".", ""), 10);
  return points <= BASIS_POINTS_MAX ? points : null;
}

const DECIMALS = 18;

/** A plain decimal in units of 10^-18. */
export function scaled(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
}

/** By how many basis points a rate moves, with its sign; null when it was zero. */
export function moveOf(before: string, after: string): number | null {
  const from = scaled(before);
  if (from === 0n) return null;
  return proportionOf(10_000, scaled(after) - from, from);
}
