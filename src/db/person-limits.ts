// What statements read of limits: what a wallet counts for its owner, and the clock of the windows.
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { msOfText } from "../domain/instant.ts";
import type {
  LimitsClock,
  LimitUsage,
  LocalDate,
  OwnLimits,
  PersonLimits,
  Tier,
} from "../domain/limit.ts";

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

/** The columns of limitsClock; times in milliseconds since 1970. */
export type ClockColumns = [date: LocalDate, tomorrowMs: string, nextMonthMs: string];

/**
 * The date at the beginning of the transaction in a zone, and when the next day and the next month
 * begin there, as a JSON array of texts: the date, and milliseconds since 1970.
 */
export function limitsClock(zone: SQL | Placeholder): SQL {
  const ms = (begin: SQL) =>
    sql`(extract(epoch FROM (${begin})::timestamp AT TIME ZONE ${zone}::text) * 1000)::bigint::text`;
  return sql`(SELECT json_build_array(today::text, ${ms(sql`today + 1`)},
      ${ms(sql`date_trunc('month', today) + interval '1 month'`)})
    FROM (SELECT (now() AT TIME ZONE ${zone}::text)::date AS today) AS clock)`;
}

export function clockOf([date, tomorrow, nextMonth]: ClockColumns): LimitsClock {
  return { date, tomorrowMs: msOfText(tomorrow), nextMonthMs: msOfText(nextMonth) };
}
