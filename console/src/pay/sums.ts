import { fromMinor, type Limit, money, toMinor } from "@mahfaza/client";
import { isAbove } from "./compare.ts";
import { isUnbounded } from "./unbounded-limit.ts";

/** What is left of an amount without a part of it; negative when the part is larger. */
export function without(amount: string, part: string, currency: string): string {
  const minor = (text: string) => toMinor(money(text, currency), currency);
  return fromMinor(minor(amount) - minor(part), currency);
}

/** Money that a limit counts: what a person pays out, or is paid. */
export type Direction = "out" | "in";

export interface LimitLeft {
  readonly period: "day" | "month";
  /** Negative when the amount is above the limit. */
  readonly left: string;
  readonly resetsAt: string | null;
}

const PERIODS = ["day", "month"] as const;

/**
 * What an amount leaves of the limits of a day and of a month: the one of which less is left. Null
 * when the limits have neither, or none that anybody reaches.
 */
export function limitLeft(
  limits: readonly Limit[],
  direction: Direction,
  amount: string,
  currency: string,
): LimitLeft | null {
  const lefts = PERIODS.flatMap((period): LimitLeft[] => {
    const found = limits.find(({ name }) => name === `${direction}_${period}_sum`);
    if (!found || isUnbounded(found.name, found.limit, currency)) return [];
    const left = without(found.remaining, amount, currency);
    return [{ period, left, resetsAt: found.resets_at }];
  });
  const [day, month] = lefts;
  if (!day || !month) return day ?? null;
  return isAbove(day.left, month.left) ? month : day;
}

/** A limit is far off when so many times the money of the wallet are left of it. */
const FAR_OFF_TIMES = 1000n;

/** Whether a limit is too far off to be told: neither the wallet nor this amount comes near it. */
export function isFarOff(
  left: string,
  available: string,
  amount: string,
  currency: string,
): boolean {
  const minor = (text: string) => toMinor(money(text, currency), currency);
  const most = isAbove(amount, available) ? amount : available;
  return minor(left) >= FAR_OFF_TIMES * minor(most);
}
