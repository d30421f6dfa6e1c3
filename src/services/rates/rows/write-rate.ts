import { type SQL, sql } from "drizzle-orm";
import { newId, type UserId } from "../../../domain/ids.ts";
import type { RateSource } from "../../../domain/quote.ts";
import type { RateTerms } from "../../../domain/rate.ts";
import { lastPosition, TERMS_NAMES, termsValues } from "./rate-row.ts";

/** A rate to record. */
export interface NewRate {
  readonly terms: RateTerms;
  readonly validSeconds: number;
  readonly source: RateSource;
  /** The operator who set or proposed it; null: no operator. */
  readonly setBy: UserId | null;
  readonly approvedBy: UserId | null;
  /** The feed's time; null for other sources. */
  readonly quotedAt: string | null;
}

/** Records a rate if `only` holds. The batch must begin with LOCK_RATES. */
export function insertRate(rate: NewRate, only: SQL, nowMs: number): SQL {
  const { terms, validSeconds, source, setBy, approvedBy, quotedAt } = rate;
  return sql`INSERT INTO exchange_rates (id, ${TERMS_NAMES}, source, quoted_at, set_by, approved_by,
      created_at, valid_until)
    SELECT ${newId("rat", nowMs)}::uuid, ${termsValues(terms)}, ${source}::text,
      ${quotedAt}::timestamptz, ${setBy}::uuid, ${approvedBy}::uuid, now(),
      now() + make_interval(secs => ${validSeconds}::int)
    WHERE ${only}`;
}

/** The SQL condition that the newest rate of the pair is the one that was read. */
export function isStillLast(terms: RateTerms, position: string | null): SQL {
  return sql`${lastPosition(terms)} IS NOT DISTINCT FROM ${position}::bigint`;
}
