import { sql } from "drizzle-orm";
import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "../../db/connect.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { lockOperator, type OperatorAct, type OperatorRow } from "./operator.ts";

type Query = BatchItem<"pg">;

export type OperatorRefusal = "session_ended" | "role_required" | "step_up_required";

/**
 * Acts as an operator: the look at session and role, the audit event and the act are one transaction in
 * one round trip, so a role that was taken away is gone at its very next request. What `queries` write
 * asks whileOperator itself; what they read is thrown away when the role does not allow it. `target` is
 * the person whose row they change.
 */
export async function actAsOperator<const Q extends readonly [Query, ...Query[]]>(
  ctx: Pick<ServiceContext, "db" | "nowMs">,
  caller: Caller,
  act: OperatorAct,
  queries: (db: HttpDatabase) => Q,
  target?: UserId,
): Promise<Outcome<BatchResponse<Q>, OperatorRefusal>> {
  const lock = ctx.db.execute<OperatorRow>(lockOperator(caller, act, target));
  const batch: [Query, ...Query[]] = [lock, ...queries(ctx.db)];
  const [operator, ...rows] = (await ctx.db.batch(batch)) as [
    { rows: OperatorRow[] },
    ...unknown[],
  ];
  const [row] = operator.rows;
  if (!row) return refuse("session_ended");
  if (row.is_allowed) {
    return row.is_stepped_up ? done(rows as BatchResponse<Q>) : refuse("step_up_required");
  }
  await recordOwn(ctx, caller, "role_refused", act);
  return refuse("role_required");
}

/** Writes into the caller's own trail what they tried and did not get. */
export async function recordOwn(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  type: "role_refused" | "lookup_found_nobody",
  act: OperatorAct,
): Promise<void> {
  const now = nowMs();
  await db.execute(sql`
    INSERT INTO audit_events (id, type, user_id, details, created_at)
    VALUES (${newId("aud", now)}, ${type}, ${userId}, ${JSON.stringify({ act: act.type })}::jsonb,
      ${new Date(now).toISOString()})`);
}
