import { compareMoney, fromMinor, type Money, money, toMinor } from "@mahfaza/client";

/** Whether an amount is above another one of the same currency. Both are plain decimals. */
export function isAbove(amount: string, other: string): boolean {
  return compareMoney(amount as Money, other as Money) > 0;
}

/** What is left of an amount without a part of it; negative when the part is larger. */
export function amountWithout(amount: string, part: string, currency: string): string {
  const minor = (text: string) => toMinor(money(text, currency), currency);
  return fromMinor(minor(amount) - minor(part), currency);
}

/**
 * A part of a whole in per cent, from 0 to 100, for a bar. A part that is more than nothing is at
 * least 1, and one that is not all of it at most 99.
 */
export function percentOf(part: string, whole: string): number {
  const [a, b] = [minorOf(part), minorOf(whole)];
  const [ours, all] = a.decimals > b.decimals ? [a, scaled(b, a)] : [scaled(a, b), b];
  if (ours.units <= 0n || all.units <= 0n) return 0;
  if (ours.units >= all.units) return 100;
  const percent = Number((ours.units * 100n) / all.units);
  return Math.min(99, Math.max(1, percent));
}

interface Minor {
  readonly units: bigint;
  readonly decimals: number;
}

function minorOf(text: string): Minor {
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

const scaled = ({ units, decimals }: Minor, like: Minor): Minor => ({
  units: units * 10n ** BigInt(like.decimals - decimals),
  decimals: like.decimals,
});
