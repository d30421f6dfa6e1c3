import { type SQL, sql } from "drizzle-orm";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { counterRows, countersOf } from "./attempt-counters.ts";

/**
 * A statement that remembers that the sources of these attempts know their secrets, without a try: what
 * slows them stays as it is.
 */
export function trustSourcesStatement(
  ctx: Pick<ServiceContext, "config">,
  attempts: readonly Attempt[],
): SQL {
  if (attempts.length === 0) return sql`SELECT`;
  const owns = attempts.map((attempt) => countersOf(ctx, attempt)[0]);
  // In the order of their keys, as everybody locks them.
  return sql`
    INSERT INTO throttle_counters (key, tries, counted_at, right_at)
    SELECT key, 0, now(), now() FROM ${counterRows(owns)} ORDER BY key
    ON CONFLICT (key) DO UPDATE SET right_at = excluded.right_at`;
}
