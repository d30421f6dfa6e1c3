// What a locked wallet counts of its owner's limits, as statements read it.
import { sql } from "drizzle-orm";
import type { LimitUsage, LocalDate, OwnLimits, Tier } from "../domain/limit.ts";
import type { PersonLimits } from "./case.ts";

/**
 * The counters in the order out, in; of the day, then of the month; sum, then count. Bigints are
 * text: JSON numbers would round them.
 */
export type PersonColumns = [
  tier: Tier,
  date: LocalDate | null,
  counters: [string, string, string, string, string, string, string, string],
  own: OwnLimits | null,
  siblings: string,
];

/**
 * PersonColumns of wallet `w`; null if another wallet counts for it. The tier is that of the
 * statement's snapshot.
 */
export const PERSON = sql`CASE WHEN w.limits_wallet_id IS NULL THEN json_build_array(
        (SELECT u.tier FROM users u WHERE u.id = w.owner_id), w.limit_date::text,
        json_build_array(w.out_day_sum::text, w.out_day_count::text, w.out_month_sum::text,
          w.out_month_count::text, w.in_day_sum::text, w.in_day_count::text,
          w.in_month_sum::text, w.in_month_count::text),
        w.own_limits, w.siblings_balance::text) END`;

export function personOf([tier, date, counters, own, siblings]: PersonColumns): PersonLimits {
  const [outDay, outDays, outMonth, outMonths, inDay, inDays, inMonth, inMonths] = counters.map(
    BigInt,
  ) as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  const usage: LimitUsage = {
    date,
    out: { daySum: outDay, dayCount: outDays, monthSum: outMonth, monthCount: outMonths },
    in: { daySum: inDay, dayCount: inDays, monthSum: inMonth, monthCount: inMonths },
  };
  return { tier, usage, own, siblingsMinor: BigInt(siblings) };
}
