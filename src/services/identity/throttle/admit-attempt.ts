import { sql } from "drizzle-orm";
import { DELAY_DOUBLINGS_MAX, TRUSTED_SOURCE_DAYS } from "../../../domain/bounds.ts";
import { done, type Outcome, refuseForNow } from "../../../domain/outcome.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import {
  counterApplies,
  counterRows,
  countersOf,
  counts,
  delayAfter,
  type ThrottleCounter,
} from "./attempt-counters.ts";

/** A attempt that may be tried: what it was counted under, for recordSuccess to give back. */
export interface AdmittedAttempt {
  readonly scopes: readonly ThrottleCounter[];
}

interface Verdict extends Record<string, unknown> {
  readonly wait_seconds: number;
  readonly is_known: boolean;
}

/**
 * Asks whether a secret may be tried now, and counts the try before it is known whether it is right:
 * of fifty at once no more get through than one after the other. Verify only what is admitted, then
 * tell recordSuccess if it was right; a wrong attempt needs nothing more.
 *
 * Three counters slow a attempt: the source's own at this secret; the crowd's, which all sources at this
 * secret share that have never known it; and an address's at everybody's secrets, of IPv6 its site's, too.
 * A source that has known the secret before does not fall under those of strangers, so who attempts at
 * somebody's account delays strangers, never the owner where they are at home. Nothing is locked: every wait
 * ends by itself. A subject that does not exist is counted like any other.
 * Source: NIST SP 800-63B-4 §3.2.2; OWASP, Slow Down Online Throttling Attacks with Device Cookies.
 */
export async function admitAttempt(
  ctx: Pick<ServiceContext, "config" | "db">,
  attempt: Attempt,
): Promise<Outcome<AdmittedAttempt, "too_many_attempts">> {
  const scopes = countersOf(ctx, attempt);
  // Two statements of one transaction: the second sees what everybody wrote before the locks were taken.
  const [, { rows }] = await ctx.db.batch([
    ctx.db.execute(lockCounters(scopes)),
    ctx.db.execute<Verdict>(countTry(scopes)),
  ]);
  const [verdict] = rows;
  if (!verdict) throw new Error("the counters did not answer for a attempt");
  if (verdict.wait_seconds > 0) return refuseForNow("too_many_attempts", verdict.wait_seconds);
  return done({ scopes: scopes.filter((scope) => counts(scope, verdict.is_known)) });
}

// Makes the counters that are not there yet, and locks all of them in the order of their keys, so that
// two attempts cannot deadlock. An update that changes nothing is what locks a row that is there.
const lockCounters = (scopes: readonly ThrottleCounter[]) => sql`
  INSERT INTO throttle_counters (key, tries, counted_at)
  SELECT key, 0, now() FROM ${counterRows(scopes)} ORDER BY key
  ON CONFLICT (key) DO UPDATE SET tries = throttle_counters.tries`;

const countTry = (scopes: readonly ThrottleCounter[]) => sql`
  WITH scope AS (
    SELECT scope.*, c.admits_at, c.right_at, greatest(0, least(c.tries, scope.free + ${DELAY_DOUBLINGS_MAX}::int)
      -- A transaction that waited for the locks began before what it sees: time never runs backwards here.
      - floor(greatest(0, extract(epoch FROM now() - c.counted_at)) / scope.forgiven)::int) AS tries
    FROM ${counterRows(scopes)} JOIN throttle_counters c ON c.key = scope.key
  ), source AS (
    SELECT coalesce(bool_or(whose = 'own' AND right_at >
      now() - make_interval(days => ${TRUSTED_SOURCE_DAYS}::int)), false) AS is_known
    FROM scope
  ), verdict AS (
    SELECT source.is_known, coalesce(ceil(extract(epoch FROM
      max(scope.admits_at) FILTER (WHERE ${counterApplies(sql`source.is_known`)}) - now())), 0)::int AS wait_seconds
    FROM scope CROSS JOIN source GROUP BY source.is_known
  ), counted AS (
    UPDATE throttle_counters c
    SET tries = scope.tries + 1, counted_at = now(), admits_at = now() + ${delayAfter(sql`scope.tries + 1`)}
    FROM scope CROSS JOIN verdict
    WHERE c.key = scope.key AND verdict.wait_seconds <= 0 AND ${counterApplies(sql`verdict.is_known`)}
  )
  SELECT wait_seconds, is_known FROM verdict`;
