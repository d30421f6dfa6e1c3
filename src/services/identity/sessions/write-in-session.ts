import type { BatchResponse } from "drizzle-orm/batch";
import { type LockedSession, lockCaller } from "../../../db/active-session.ts";
import { batchAfter, type Queries } from "../../../db/batch-after.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";

/**
 * Changes data of the caller. The lock of their user and session rows and the queries are one
 * transaction in one round trip. The queries run even when the session has ended or the caller is
 * suspended, so each write must check hasActiveSession itself; the results are then discarded.
 * Refuses with session_ended or account_suspended.
 */
export async function writeInSession<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended" | "account_suspended">> {
  const { session, answers } = await lockAndRun(ctx, caller, queries);
  if (!session) return refuse("session_ended");
  return session.is_suspended ? refuse("account_suspended") : done(answers);
}

/**
 * Like writeInSession, for sensitive data: each write must check hasSteppedUpSession itself. An
 * earlier requireStepUp is not enough: during a scrypt hash, a factor can be enrolled or the proof
 * of one can expire. Refuses with session_ended, account_suspended or step_up_required.
 */
export async function writeInSteppedUpSession<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended" | "account_suspended" | "step_up_required">> {
  const { session, answers } = await lockAndRun(ctx, caller, queries);
  if (!session) return refuse("session_ended");
  if (session.is_suspended) return refuse("account_suspended");
  return session.lacks_step_up ? refuse("step_up_required") : done(answers);
}

/**
 * Like writeInSession, for the few changes that a suspended user may still make: the end of their
 * sessions. Each write must check hasSessionEvenIfSuspended itself. Refuses with session_ended.
 */
export async function writeEvenIfSuspended<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const { session, answers } = await lockAndRun(ctx, caller, queries);
  return session ? done(answers) : refuse("session_ended");
}

async function lockAndRun<const Q extends Queries>(
  { db }: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
) {
  const lock = db.execute<LockedSession>(lockCaller(caller));
  const { first, answers } = await batchAfter(db, lock, queries);
  return { session: first.rows[0], answers };
}
