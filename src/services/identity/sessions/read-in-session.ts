import { sql } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import { isActive } from "../../../db/active-session.ts";
import { batchBehind, type Queries } from "../../../db/batch-behind.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { runQuery, writeQuery } from "../../../db/written-query.ts";
import type { UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import { walkInOrder } from "../../../ledger/history-reads.ts";
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
  const { first, answers } = await batchBehind(ctx.db, readActiveSession(ctx.db, caller), queries);
  return first.rows.length === 1 ? done(answers) : refuse("session_ended");
}

const sessionQuery = writeQuery<{ user_id: UserId }>(sql`
  SELECT u.id AS user_id, ${walkInOrder} FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = ${sql.placeholder("session")} AND u.id = ${sql.placeholder("user")} AND ${isActive()}`);

/**
 * One row while the caller's session is active, otherwise none. `walkInOrder` turns bitmap scans
 * off for the whole transaction: the queries after it read indexes in order, which suits a caller's
 * reads (a page of history, or rows found by key).
 */
function readActiveSession(db: HttpDatabase, { userId, sessionId }: Caller) {
  return runQuery(db, sessionQuery, { session: sessionId, user: userId });
}
