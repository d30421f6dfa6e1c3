import { type Money, toMinor } from "@mahfaza/client";

/** The most decimals of a currency. */
const DECIMALS_MAX = 4;

/** An amount in units of 10^-4, so that amounts with fewer decimals can be compared with it. */
export function unitsOf(amount: string): bigint {
  return toMinor(amount as Money, DECIMALS_MAX);
}

/**
 * A share of a length, as pixels or per cent, rounded towards zero. Only here a quotient of amounts
 * becomes a number: it is as small as the length, and no digit of an amount is in it.
 */
export function shareOf(length: number, part: bigint, whole: bigint): number {
  return Number((part * BigInt(length)) / whole);
}
