import { type SQL, sql } from "drizzle-orm";
import { triesNow } from "../../../db/throttle-policy.ts";
import { TRUSTED_SOURCE_DAYS } from "../../../domain/bounds.ts";
import {
  appliesToSql,
  COUNTER_POLICY,
  counterRows,
  delayAfter,
  type ThrottleCounter,
} from "./attempt-counters.ts";

/**
 * Inserts the missing counters and locks all of them in the order of their keys, so that two
 * attempts cannot deadlock. An existing row is locked by an update that changes nothing. Does
 * nothing unless `only` holds.
 */
export const lockCountersStatement = (
  counters: readonly ThrottleCounter[],
  only: SQL = sql`true`,
): SQL => sql`
  INSERT INTO throttle_counters (key, tries, counted_at)
  SELECT key, 0, now() FROM ${counterRows(counters)} WHERE ${only} ORDER BY key
  ON CONFLICT (key) DO UPDATE SET tries = throttle_counters.tries`;

/**
 * CTEs that end in `decision` (wait_seconds, is_trusted): one row that says whether the counters
 * admit an attempt now, which is so when wait_seconds is 0 or less. No row unless `only` holds.
 */
export const decisionCtes = (
  counters: readonly ThrottleCounter[],
  only: SQL = sql`true`,
): SQL => sql`
  counter AS (
    SELECT counter.*, c.admits_at, c.right_at,
      ${triesNow(COUNTER_POLICY, sql`c.tries`, sql`c.counted_at`)} AS tries
    FROM ${counterRows(counters)} JOIN throttle_counters c ON c.key = counter.key
    WHERE ${only}
  ), source AS (
    SELECT coalesce(bool_or(covers = 'source' AND right_at >
      now() - make_interval(days => ${TRUSTED_SOURCE_DAYS}::int)), false) AS is_trusted
    FROM counter
  ), decision AS (
    SELECT source.is_trusted, coalesce(ceil(extract(epoch FROM
      max(counter.admits_at) FILTER (WHERE ${appliesToSql(sql`source.is_trusted`)}) - now())), 0)::int AS wait_seconds
    FROM counter CROSS JOIN source GROUP BY source.is_trusted
  )`;

/** The CTE `counted` after decisionCtes: counts an admitted attempt, provided that `only` holds. */
export const countedCte = (only: SQL = sql`true`): SQL => sql`
  counted AS (
    UPDATE throttle_counters c
    SET tries = counter.tries + 1, counted_at = now(), admits_at = now() + ${delayAfter(sql`counter.tries + 1`)}
    FROM counter CROSS JOIN decision
    WHERE c.key = counter.key AND decision.wait_seconds <= 0
      AND ${appliesToSql(sql`decision.is_trusted`)} AND ${only}
  )`;

/**
 * Decides about the attempt and counts it, in one row; no row unless `only` holds. It is a second
 * statement of the transaction, so that it sees all that was committed before the locks were taken.
 */
export const countAttemptStatement = (
  counters: readonly ThrottleCounter[],
  only: SQL = sql`true`,
): SQL => sql`
  WITH ${decisionCtes(counters, only)}, ${countedCte()}
  SELECT wait_seconds, is_trusted FROM decision`;
