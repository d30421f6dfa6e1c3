import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import type { AdmittedGuess } from "./admit-guess.ts";
import { scopeRows, waitAfter } from "./guess-scopes.ts";

/**
 * Gives back a try that turned out right, and remembers that this source knows this secret. The
 * source's own wrong tries are forgotten; those of others are not, so that nobody clears the way for
 * guesses at one account by logging in to another.
 */
export async function recordRightGuess(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { scopes }: AdmittedGuess,
): Promise<void> {
  const at = sql`${new Date(nowMs()).toISOString()}::timestamptz`;
  await db.execute(sql`
    WITH scope AS (
      SELECT scope.* FROM ${scopeRows(scopes)} JOIN guess_counters c ON c.key = scope.key
      ORDER BY scope.key FOR UPDATE OF c
    )
    UPDATE guess_counters c SET
      tries = CASE WHEN scope.whose = 'own' THEN 0 ELSE greatest(c.tries - 1, 0) END,
      admits_at = CASE WHEN scope.whose <> 'own'
        THEN c.counted_at + ${waitAfter(sql`greatest(c.tries - 1, 0)`)} END,
      right_at = CASE WHEN scope.whose = 'own' THEN ${at} END
    FROM scope WHERE c.key = scope.key`);
}
