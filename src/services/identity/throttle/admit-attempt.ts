import { type SQL, sql } from "drizzle-orm";
import { triesNow } from "../../../db/throttle-policy.ts";
import { TRUSTED_SOURCE_DAYS } from "../../../domain/bounds.ts";
import { done, type Outcome, refuseForNow } from "../../../domain/outcome.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import {
  appliesTo,
  appliesToSql,
  COUNTER_POLICY,
  counterRows,
  countersOf,
  delayAfter,
  type ThrottleCounter,
} from "./attempt-counters.ts";

/** An attempt that may be checked, and the counters that have counted it, for recordSuccess. */
export interface AdmittedAttempt {
  readonly counters: readonly ThrottleCounter[];
}

export interface AttemptDecision extends Record<string, unknown> {
  readonly wait_seconds: number;
  readonly is_trusted: boolean;
}

/**
 * Decides whether a secret may be checked now, and counts the attempt before its result is known:
 * of fifty concurrent attempts no more are admitted than of fifty successive ones. Check only
 * admitted attempts, then call recordSuccess if the secret was correct; a wrong attempt needs no
 * further call. Refuses with too_many_attempts and the delay in seconds.
 *
 * Several counters delay an attempt: one of this source at this secret; one that all untrusted
 * sources at this secret share; and those of an address, and of the site of an IPv6 address, at all
 * secrets. A source is trusted for TRUSTED_SOURCE_DAYS after it presented the correct secret, and
 * the counters of untrusted sources do not apply to it: an attack on an account delays other
 * untrusted sources but not the owner at a trusted one. No account is locked: every delay ends by
 * itself. A subject that does not exist is counted in the same way. Source: NIST SP 800-63B-4
 * §3.2.2; OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export async function admitAttempt(
  ctx: Pick<ServiceContext, "config" | "db">,
  attempt: Attempt,
): Promise<Outcome<AdmittedAttempt, "too_many_attempts">> {
  const counters = countersOf(ctx, attempt);
  // Two statements of one transaction: the second sees all that was committed before the locks were
  // taken.
  const counting = ctx.db.batch([
    ctx.db.execute(lockCountersStatement(counters)),
    ctx.db.execute<AttemptDecision>(countAttemptStatement(counters)),
  ]);
  const [, { rows }] = await withoutEffect(counting);
  return admittedBy(rows[0], counters);
}

/** The admission, from the row of `countAttemptStatement`. */
export function admittedBy(
  decision: AttemptDecision | undefined,
  counters: readonly ThrottleCounter[],
): Outcome<AdmittedAttempt, "too_many_attempts"> {
  if (!decision) throw new Error("the counters of an attempt returned no row");
  if (decision.wait_seconds > 0) return refuseForNow("too_many_attempts", decision.wait_seconds);
  return done({ counters: counters.filter((counter) => appliesTo(counter, decision.is_trusted)) });
}

/**
 * Inserts the missing counters and locks all of them in the order of their keys, so that two
 * attempts cannot deadlock. An existing row is locked by an update that changes nothing. Does nothing
 * unless `only` holds.
 */
export const lockCountersStatement = (
  counters: readonly ThrottleCounter[],
  only: SQL = sql`true`,
) => sql`
  INSERT INTO throttle_counters (key, tries, counted_at)
  SELECT key, 0, now() FROM ${counterRows(counters)} WHERE ${only} ORDER BY key
  ON CONFLICT (key) DO UPDATE SET tries = throttle_counters.tries`;

/**
 * Decides about the attempt and counts it, in one row; no row unless `only` holds. It is a second
 * statement of the transaction, so that it sees all that was committed before the locks were taken.
 */
export const countAttemptStatement = (
  counters: readonly ThrottleCounter[],
  only: SQL = sql`true`,
) => sql`
  WITH counter AS (
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
  ), counted AS (
    UPDATE throttle_counters c
    SET tries = counter.tries + 1, counted_at = now(), admits_at = now() + ${delayAfter(sql`counter.tries + 1`)}
    FROM counter CROSS JOIN decision
    WHERE c.key = counter.key AND decision.wait_seconds <= 0 AND ${appliesToSql(sql`decision.is_trusted`)}
  )
  SELECT wait_seconds, is_trusted FROM decision`;
