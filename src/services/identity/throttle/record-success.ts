import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../context.ts";
import type { AdmittedAttempt } from "./admit-attempt.ts";
import { counterRows, delayAfter } from "./attempt-counters.ts";

/** Gives back a try that turned out right; see recordSuccessStatement. */
export async function recordSuccess(
  { db }: Pick<ServiceContext, "db">,
  attempt: AdmittedAttempt,
): Promise<void> {
  await db.execute(recordSuccessStatement(attempt));
}

/**
 * A statement that gives back a try that turned out right, and remembers that this source knows this
 * secret, where `only` holds: for the batch that acts on the right attempt. The source's own wrong tries are
 * forgotten; those of others are not, so that nobody clears the way for attempts at one account by logging
 * in to another.
 */
export function recordSuccessStatement({ scopes }: AdmittedAttempt, only: SQL = sql`true`): SQL {
  return sql`
    WITH scope AS (
      SELECT scope.* FROM ${counterRows(scopes)} JOIN throttle_counters c ON c.key = scope.key
      WHERE ${only} ORDER BY scope.key FOR UPDATE OF c
    )
    UPDATE throttle_counters c SET
      tries = CASE WHEN scope.whose = 'own' THEN 0 ELSE greatest(c.tries - 1, 0) END,
      admits_at = CASE WHEN scope.whose <> 'own'
        THEN c.counted_at + ${delayAfter(sql`greatest(c.tries - 1, 0)`)} END,
      right_at = CASE WHEN scope.whose = 'own' THEN now() END
    FROM scope WHERE c.key = scope.key`;
}
