import { compareMoney, exponentOf, type Money } from "@mahfaza/client";
import { mostOf } from "../i18n/typed-amount.ts";

/** The most that an own limit of a number of payments can be. */
export const COUNT_MAX = 1_000_000;

/** Whether a limit is a number of payments and not an amount. */
export function isCount(name: string): boolean {
  return name.endsWith("_count");
}

/**
 * Whether a limit is without meaning to a person: as high as the largest amount that the service
 * takes, or as the largest number of payments. Its figure would be twenty digits that say nothing.
 */
export function isUnbounded(name: string, limit: string, currency: string): boolean {
  const most = isCount(name) ? String(COUNT_MAX) : mostOf(exponentOf(currency));
  return compareMoney(limit as Money, most as Money) >= 0;
}
