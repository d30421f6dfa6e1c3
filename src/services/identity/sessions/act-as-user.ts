import { type SQL, sql } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import { isActive, lacksStepUp } from "../../../db/active-session.ts";
import { batchBehind, type Queries } from "../../../db/batch-behind.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller } from "../../caller.ts";
import type { ServiceContext } from "../../context.ts";

/**
 * Changes what is the caller's own: the lock of their row and session and the queries are one transaction
 * in one round trip. What `queries` write asks whileActive itself; what they answer is thrown away when the
 * session has ended.
 */
export async function actAsUser<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const { person, answers } = await act(ctx, caller, queries);
  return person ? done(answers) : refuse("session_ended");
}

/**
 * The same for what is sensitive, which asks whileSteppedUp. A look before it may have passed: scrypt takes
 * long enough for a factor to be enrolled, or the proof of one to go stale.
 */
export async function actSteppedUp<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended" | "step_up_required">> {
  const { person, answers } = await act(ctx, caller, queries);
  if (!person) return refuse("session_ended");
  return person.lacks_step_up ? refuse("step_up_required") : done(answers);
}

async function act<const Q extends Queries>(
  { db }: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
) {
  const lock = db.execute<LockedCaller>(lockCaller(caller));
  const { first, answers } = await batchBehind(db, lock, queries);
  return { person: first.rows[0], answers };
}

export interface LockedCaller extends Record<string, unknown> {
  readonly lacks_step_up: boolean;
}

/**
 * Locks the caller's own row while their session lives; no row when it does not. First statement of a
 * batch, it puts one person's changes in order: the statements after it see what those before wrote.
 * NO KEY: payments, which only point at the row, need not wait. The session is locked too, so that it
 * cannot end between two statements of the batch.
 */
export function lockCaller({ userId, sessionId }: Caller): SQL {
  return sql`
    SELECT ${lacksStepUp()} AS lacks_step_up FROM users u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND s.id = ${sessionId} AND ${isActive()}
    FOR NO KEY UPDATE OF u FOR SHARE OF s`;
}
