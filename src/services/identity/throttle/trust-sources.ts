import { type SQL, sql } from "drizzle-orm";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { counterRows, countersOf } from "./attempt-counters.ts";

/**
 * A statement that makes the sources of these attempts trusted for their secrets without counting
 * an attempt. Delays that already apply to them stay.
 */
export function trustSourcesStatement(
  ctx: Pick<ServiceContext, "config">,
  attempts: readonly Attempt[],
): SQL {
  if (attempts.length === 0) return sql`SELECT`;
  const ownCounters = attempts.map((attempt) => countersOf(ctx, attempt)[0]);
  // Locked in the order of their keys, as in admitAttempt.
  return sql`
    INSERT INTO throttle_counters (key, tries, counted_at, right_at)
    SELECT key, 0, now(), now() FROM ${counterRows(ownCounters)} ORDER BY key
    ON CONFLICT (key) DO UPDATE SET right_at = excluded.right_at`;
}
