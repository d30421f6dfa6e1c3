import { sql } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import { lockUser } from "../../../db/active-session.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import { batchAfter, type Queries } from "../../../db/batch-after.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import {
  lockOperator,
  type OperatorAct,
  type OperatorRefusal,
  type OperatorRow,
  operatorRefusal,
  type Target,
} from "../../../db/operator.ts";
import { ROLE_REFUSED_EVERY_SECONDS } from "../../../domain/bounds.ts";
import { newId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";

/**
 * Runs queries as an operator. The check of session, role, second factor and target, the audit
 * event and the queries are one transaction in one round trip, so a removed role is refused from
 * the next request on. Queries that write must contain operatorIsAllowed themselves; what queries
 * read is dropped when the act is not allowed. Support is refused with role_required when the
 * target has a role; the step-up comes first, so that a session without one does not learn who has
 * a role.
 */
export async function actAsOperator<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db" | "nowMs">,
  caller: Caller,
  act: OperatorAct,
  target: Target,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, OperatorRefusal>> {
  const lock = ctx.db.execute<OperatorRow>(lockOperator(caller, act, target));
  const { first, answers } = await batchAfter(ctx.db, lock, queries);
  const code = operatorRefusal(first.rows[0]);
  if (code === null) return done(answers);
  if (code === "role_required") await recordRoleRefused(ctx, caller, act);
  return refuse(code);
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
