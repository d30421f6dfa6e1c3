import { type SQL, sql } from "drizzle-orm";
import { unixMsTextOf } from "../../db/instant.ts";
import {
  type ClockColumns,
  clockOf,
  limitsClock,
  PERSON,
  type PersonColumns,
  personOf,
} from "../../db/person-limits.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { UserId } from "../../domain/ids.ts";
import { msOfText } from "../../domain/instant.ts";
import { type LimitsProfile, type Tier, UNUSED } from "../../domain/limit.ts";
import { type CurrencyLimits, currencyLimits } from "../../domain/limit-state.ts";

/** One currency in which the user has a wallet; without one, a row whose `currency` is null. */
export interface LimitsRow extends Record<string, unknown> {
  readonly tier: Tier;
  readonly currency: CurrencyCode | null;
  readonly balance: string | null;
  readonly person: PersonColumns | null;
  readonly clock: ClockColumns;
  readonly now_ms: string;
}

/** What the limits of a user follow from, in all currencies of their wallets or in one. */
export function selectLimits(userId: UserId, zone: string, currency: CurrencyCode | null): SQL {
  return sql`
    SELECT u.tier, w.currency, (w.balance + w.siblings_balance)::text AS balance,
      CASE WHEN w.id IS NOT NULL THEN ${PERSON} END AS person, ${limitsClock(sql`${zone}`)} AS clock,
      ${unixMsTextOf(sql`now()`)} AS now_ms
    FROM users u LEFT JOIN wallets w ON w.owner_id = u.id AND w.limits_wallet_id IS NULL
      AND (${currency}::text IS NULL OR w.currency = ${currency})
    WHERE u.id = ${userId} ORDER BY w.id`;
}

/** The limits of a row; for a currency without a wallet, those of the tier. */
export function limitsOfRow(
  row: LimitsRow,
  currency: CurrencyCode,
  profile: LimitsProfile,
): CurrencyLimits {
  const { tier, person, balance, clock, now_ms: now } = row;
  return currencyLimits(currency, {
    profile,
    clock: clockOf(clock),
    nowMs: msOfText(now),
    person: person ? personOf(person) : { tier, usage: UNUSED, own: null },
    balanceMinor: BigInt(balance ?? 0),
  });
}
