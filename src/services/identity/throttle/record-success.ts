import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../context.ts";
import type { AdmittedAttempt } from "./admit-attempt.ts";
import { counterRows, delayAfter } from "./attempt-counters.ts";

/** Records that an attempt presented the correct secret; see recordSuccessStatement. */
export async function recordSuccess(
  { db }: Pick<ServiceContext, "db">,
  attempt: AdmittedAttempt,
): Promise<void> {
  await db.execute(recordSuccessStatement(attempt));
}

/**
 * A statement that, if `only` holds, records a successful attempt: the attempt is no longer
 * counted, and its source becomes trusted for the secret. It belongs into the batch that relies on
 * the correct secret. The counter of the source is reset. Shared counters go down by this one
 * attempt only, so that a client cannot reset the counter of its address by logging in to an
 * account of its own.
 */
export function recordSuccessStatement({ counters }: AdmittedAttempt, only: SQL = sql`true`): SQL {
  return sql`
    WITH counter AS (
      SELECT counter.* FROM ${counterRows(counters)} JOIN throttle_counters c ON c.key = counter.key
      WHERE ${only} ORDER BY counter.key FOR UPDATE OF c
    )
    UPDATE throttle_counters c SET
      tries = CASE WHEN counter.covers = 'source' THEN 0 ELSE greatest(c.tries - 1, 0) END,
      admits_at = CASE WHEN counter.covers <> 'source'
        THEN c.counted_at + ${delayAfter(sql`greatest(c.tries - 1, 0)`)} END,
      right_at = CASE WHEN counter.covers = 'source' THEN now() END
    FROM counter WHERE c.key = counter.key`;
}
