import { compareMoney, type Limit, type Money } from "@mahfaza/client";
import { COUNT_MAX } from "../../pay/unbounded-limit.ts";

/** What a person can limit for themselves: what goes out. */
export const MEASURES = [
  "operation_sum",
  "day_sum",
  "day_count",
  "month_sum",
  "month_count",
] as const;

export type Measure = (typeof MEASURES)[number];

/** The measure of a limit that a person can set; null for one that only the tier sets. */
export function measureOf({ name }: Pick<Limit, "name">): Measure | null {
  return MEASURES.find((measure) => name === `out_${measure}`) ?? null;
}

/** The limits of one direction in the order in which they are shown: the day first. */
export function limitsOf(limits: readonly Limit[], direction: "out" | "in"): readonly Limit[] {
  const order = ["day_sum", "day_count", "month_sum", "month_count", "operation_sum"];
  return order.flatMap((measure) =>
    limits.filter(({ name }) => name === `${direction}_${measure}`),
  );
}

/** When a change of an own limit applies. `nothing`: the limit is so already. */
type ChangeEffect = "nothing" | "at_once" | "later";

/**
 * When a wished own limit applies: a lower one, and the first one, at once; a higher one or none
 * (null) after a day. Setting the present limit again cancels a change that is still to come.
 */
export function effectOf(
  { own_limit, pending }: Pick<Limit, "own_limit" | "pending">,
  wish: string | null,
): ChangeEffect {
  if (own_limit === null) return wish === null ? "nothing" : "at_once";
  if (wish === null) return pending && pending.own_limit === null ? "nothing" : "later";
  const order = compareMoney(wish as Money, own_limit as Money);
  if (order < 0) return "at_once";
  if (order === 0) return pending ? "at_once" : "nothing";
  const isPending = pending?.own_limit != null && isSame(wish, pending.own_limit);
  return isPending ? "nothing" : "later";
}

function isSame(one: string, other: string): boolean {
  return compareMoney(one as Money, other as Money) === 0;
}

/** A typed number of payments as a whole number; null when it is none from 1 to COUNT_MAX. */
export function readTypedCount(typed: string): number | null {
  const digits = [...typed.trim()].map((char) => {
    const code = char.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0].find((start) => code >= start && code < start + 10);
    return zero === undefined ? char : String(code - zero);
  });
  const text = digits.join("").replace(/[,٬\s]/g, "");
  if (!/^\d{1,7}$/.test(text)) return null;
  const count = Number(text);
  return count >= 1 && count <= COUNT_MAX ? count : null;
}
