import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "../../db/connect.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { lockOperator, type OperatorAct, type OperatorRow } from "./operator.ts";
import { recordRoleRefused } from "./record-role-refused.ts";

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
  await recordRoleRefused(ctx, caller, act);
  return refuse("role_required");
}
