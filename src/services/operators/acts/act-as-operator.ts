import { sql } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import { lockUser } from "../../../db/active-session.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import { batchAfter, type Queries } from "../../../db/batch-after.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { lockOperator, type OperatorAct, type OperatorRow } from "../../../db/operator.ts";
import { ROLE_REFUSED_EVERY_SECONDS } from "../../../domain/bounds.ts";
import { newId, type UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";

export type OperatorRefusal =
  | "session_ended"
  | "role_required"
  | "account_suspended"
  | "step_up_required";

/**
 * Runs queries as an operator. The check of session and role, the audit event and the queries are
 * one transaction in one round trip, so a removed role is refused from the next request on. Queries
 * that write must contain operatorIsAllowed themselves; what queries read is dropped when the role does
 * not allow it. `target` is the user whose row they change.
 */
export async function actAsOperator<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db" | "nowMs">,
  caller: Caller,
  act: OperatorAct,
  queries: (db: HttpDatabase) => Q,
  target?: UserId,
): Promise<Outcome<BatchResponse<Q>, OperatorRefusal>> {
  const lock = ctx.db.execute<OperatorRow>(lockOperator(caller, act, target));
  const { first, answers } = await batchAfter(ctx.db, lock, queries);
  const [row] = first.rows;
  if (!row) return refuse("session_ended");
  if (row.is_allowed) {
    if (row.is_suspended) return refuse("account_suspended");
    return row.is_stepped_up ? done(answers) : refuse("step_up_required");
  }
  await recordRoleRefused(ctx, caller, act);
  return refuse("role_required");
}

/**
 * Records `role_refused` for a caller without the role, at most once every
 * ROLE_REFUSED_EVERY_SECONDS for each act: audit events cannot be deleted, and any user can cause
 * them. The Worker's log has every attempt.
 */
export async function recordRoleRefused(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  { type: act }: OperatorAct,
): Promise<void> {
  const now = nowMs();
  const since = new Date(now - ROLE_REFUSED_EVERY_SECONDS * 1_000).toISOString();
  await db.batch([
    // Concurrent attempts wait for this lock, so each sees the event of the one before.
    db.execute(lockUser(userId)),
    db.execute(
      auditEvent({
        id: newId("aud", now),
        type: "role_refused",
        userId,
        details: { act },
        where: sql`NOT EXISTS (SELECT FROM audit_events
          WHERE user_id = ${userId} AND type = 'role_refused' AND details ->> 'act' = ${act}
            AND created_at > ${since}::timestamptz)`,
      }),
    ),
  ]);
}
