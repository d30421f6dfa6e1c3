import { sql } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import { isActive } from "../../../db/active-session.ts";
import { batchAfter, type Queries } from "../../../db/batch-after.ts";
import { compileQuery, runCompiledQuery } from "../../../db/compiled-query.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import type { UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import { disableBitmapScans } from "../../../ledger/history-reads.ts";
import type { Caller, ServiceContext } from "../../context.ts";

/**
 * Reads data of the caller. The session check and the queries are one transaction in one round
 * trip: a revoked session is refused on its next request, at no extra cost for active ones. Refuses
 * with session_ended.
 */
export async function readInSession<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const { first, answers } = await batchAfter(ctx.db, readActiveSession(ctx.db, caller), queries);
  return first.rows.length === 1 ? done(answers) : refuse("session_ended");
}

const sessionQuery = compileQuery<{ user_id: UserId }>(sql`
  SELECT u.id AS user_id, ${disableBitmapScans} FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = ${sql.placeholder("session")} AND u.id = ${sql.placeholder("user")} AND ${isActive()}`);

/**
 * One row while the caller's session is active, otherwise none. `disableBitmapScans` turns bitmap
 * scans off for the whole transaction: the queries after it read indexes in order, which suits a
 * caller's reads (a page of history, or rows found by key).
 */
function readActiveSession(db: HttpDatabase, { userId, sessionId }: Caller) {
  return runCompiledQuery(db, sessionQuery, { session: sessionId, user: userId });
}
