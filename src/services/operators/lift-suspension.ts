import { sql } from "drizzle-orm";
import { lastActor, type OperatorAct } from "../../db/operator.ts";
import { EVENTS_PER_HOUR_MAX } from "../../domain/bounds.ts";
import type { UnfreezeReason } from "../../domain/freeze.ts";
import type { UserId } from "../../domain/ids.ts";
import { type Outcome, refuse } from "../../domain/outcome.ts";
import { type Account, OPERATOR_ROLES } from "../../domain/user.ts";
import { boundedAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeSuspension, type SuspensionRefusal } from "./acts/change-suspension.ts";

const LIFT = { roles: OPERATOR_ROLES, type: "suspension_lifted" } as const satisfies OperatorAct;

export type LiftRefusal =
  | SuspensionRefusal
  | "user_not_suspended"
  | "other_operator_required"
  | "too_many_attempts";

/**
 * Ends the suspension of a user. The operator who suspended a user by a legal order may not lift
 * it: refuses with other_operator_required. Refuses also with user_not_suspended, own_account,
 * user_not_found, or too_many_attempts beyond EVENTS_PER_HOUR_MAX.lift: each suspension and each end
 * can send notices. A person can always be suspended, because a bound on that would let an operator
 * use it up and so protect a thief.
 */
export function liftSuspension(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { reason }: { readonly reason: UnfreezeReason },
): Promise<Outcome<Account, LiftRefusal>> {
  return changeSuspension(ctx, caller, userId, {
    act: LIFT,
    reason,
    bound: boundedAct(userId, LIFT.type, EVENTS_PER_HOUR_MAX.lift),
    only: sql`t.suspended_at IS NOT NULL AND NOT (t.suspension_reason = 'legal_order'
      AND ${lastActor("user_suspended", sql`t.id`)} IS NOT DISTINCT FROM ${caller.userId}::uuid)`,
    values: sql`suspended_at = NULL, suspension_reason = NULL`,
    content: { kind: "suspension_lifted" },
    refusal: ({ suspension }, wait) =>
      suspension ? (wait ?? refuse("other_operator_required")) : refuse("user_not_suspended"),
  });
}
