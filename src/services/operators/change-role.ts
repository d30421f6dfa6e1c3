import { sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type Account, type Role, type RoleProposal, rolesBelow } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./acts/account-row.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";
import { proposeRoleStatements } from "./acts/propose-role.ts";
import {
  isRaise,
  needsSecondAdmin,
  type RoleProposalRow,
  roleProposalOf,
  selectOpenProposals,
} from "./acts/role-proposal-row.ts";
import { changedUser, roleDetails, setRoleCtes } from "./acts/set-role.ts";

const CHANGE_ROLE: OperatorAct = { roles: ["admin"], type: "role_changed" };

export type ChangeRoleRefusal =
  | OperatorRefusal
  | "user_not_found"
  | "own_account"
  | "user_already_suspended"
  | "role_needs_factor";

/** The user with the new role, or the proposal that a second admin decides. */
export type RoleChanged = { readonly account: Account } | { readonly proposal: RoleProposal };

/**
 * Sets a user's role; `user` removes the role they had. A role with more rights is only proposed
 * when there is a second admin: one stolen or misused account must not make another. The new role
 * holds from the next request, and all the user's sessions end: a token stolen from a plain user
 * must not become an operator's token. Operators cannot change their own role, so the last admin
 * cannot remove itself. A user without a second factor is refused (`role_needs_factor`): somebody
 * who knew only their password could enrol a factor and act with the role. A suspended user gets no
 * role with more rights (`user_already_suspended`).
 */
export async function changeRole(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { role }: { readonly role: Role },
): Promise<Outcome<RoleChanged, ChangeRoleRefusal>> {
  const now = ctx.nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const change = { userId, role, decidedBy: caller.userId, at, decision: "replaced" } as const;
  const isAllowed = sql`t.id <> ${caller.userId} AND ${operatorIsAllowed(caller, CHANGE_ROLE, userId)}`;
  const isAtOnce = sql`${isAllowed} AND NOT (${isRaise(role)} AND ${needsSecondAdmin})`;
  const subject = { from: changedUser, details: roleDetails(role) };
  const event = insertOperatorEvent(caller, CHANGE_ROLE, subject, now);
  const queries = (db: HttpDatabase) => {
    const [replace, propose] = proposeRoleStatements(caller, change, isAllowed, now);
    return [
      db.execute(sql`WITH ${setRoleCtes(change, isAtOnce)} ${event}`),
      db.execute(replace),
      db.execute(propose),
      db.execute<AccountRow>(selectAccounts(sql`t.id = ${userId} AND t.deleted_at IS NULL`)),
      db.execute<RoleProposalRow>(
        selectOpenProposals(sql`p.user_id = ${userId} AND p.role = ${role}
          AND p.proposed_by = ${caller.userId}`),
      ),
    ] as const;
  };
  const written = await actAsOperator(ctx, caller, CHANGE_ROLE, userId, queries);
  if (!written.ok) return written;
  if (userId === caller.userId) return refuse("own_account");
  const [, , , accounts, proposals] = written.value;
  const [row] = accounts.rows;
  const [proposal] = proposals.rows;
  if (!row) return refuse("user_not_found");
  if (row.role === role) return done({ account: accountOf(row) });
  if (row.suspended_at_ms !== null && rolesBelow(role).includes(row.role)) {
    return refuse("user_already_suspended");
  }
  return proposal ? done({ proposal: roleProposalOf(proposal) }) : refuse("role_needs_factor");
}
