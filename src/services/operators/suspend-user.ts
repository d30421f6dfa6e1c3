import { sql } from "drizzle-orm";
import type { OperatorAct } from "../../db/operator.ts";
import type { FreezeReason } from "../../domain/freeze.ts";
import type { UserId } from "../../domain/ids.ts";
import { type Outcome, refuse } from "../../domain/outcome.ts";
import { type Account, OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeSuspension, type SuspensionRefusal } from "./acts/change-suspension.ts";

const SUSPEND: OperatorAct = { roles: OPERATOR_ROLES, type: "user_suspended" };

/**
 * Suspends a user, until an operator lifts the suspension: from the commit on, the user can only
 * read, log in and out, end sessions and reset the password by code. A suspended operator cannot
 * act as one. A legal order replaces another reason of a suspension, without a gap; the operator who
 * set it may then not lift it. Refuses with user_already_suspended, own_account or user_not_found.
 */
export function suspendUser(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { reason }: { readonly reason: FreezeReason },
): Promise<Outcome<Account, SuspensionRefusal | "user_already_suspended">> {
  const strengthens =
    reason === "legal_order" ? sql`t.suspension_reason <> 'legal_order'` : sql`false`;
  return changeSuspension(ctx, caller, userId, {
    act: SUSPEND,
    reason,
    bound: null,
    only: sql`(t.suspended_at IS NULL OR ${strengthens})`,
    values: sql`suspended_at = coalesce(users.suspended_at, now()), suspension_reason = ${reason}`,
    content: { kind: "account_suspended" },
    refusal: () => refuse("user_already_suspended"),
  });
}
