import { sql } from "drizzle-orm";
import type { OperatorAct } from "../../db/operator.ts";
import type { UnfreezeReason } from "../../domain/freeze.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { type Account, OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeSuspension, type SuspensionRefusal } from "./acts/change-suspension.ts";

const LIFT: OperatorAct = { roles: OPERATOR_ROLES, type: "suspension_lifted" };

export type LiftRefusal = SuspensionRefusal | "user_not_suspended" | "other_operator_required";

/**
 * Ends the suspension of a user. The operator who suspended a user by a legal order may not lift
 * it: refuses with other_operator_required. Refuses also with user_not_suspended, own_account or
 * user_not_found.
 */
export function liftSuspension(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { reason }: { readonly reason: UnfreezeReason },
): Promise<Outcome<Account, LiftRefusal>> {
  const suspendedBy = sql`(SELECT e.actor_id FROM audit_events e
    WHERE e.user_id = t.id AND e.type = 'user_suspended' ORDER BY e.created_at DESC LIMIT 1)`;
  return changeSuspension(ctx, caller, userId, {
    act: LIFT,
    reason,
    only: sql`t.suspended_at IS NOT NULL AND NOT (t.suspension_reason = 'legal_order'
      AND ${suspendedBy} IS NOT DISTINCT FROM ${caller.userId}::uuid)`,
    values: sql`suspended_at = NULL, suspension_reason = NULL`,
    content: { kind: "suspension_lifted" },
    refusal: ({ suspension }) => (suspension ? "other_operator_required" : "user_not_suspended"),
  });
}
