import { sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import type { RoleProposalId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Account } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./acts/account-row.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";
import { findRoleProposal } from "./acts/find-role-proposal.ts";
import { isOpen } from "./acts/role-proposal-row.ts";
import { changedUser, roleDetails, setRoleCtes } from "./acts/set-role.ts";

const APPROVE: OperatorAct = { roles: ["admin"], type: "role_changed" };

export type ApproveRoleRefusal =
  | OperatorRefusal
  | "proposal_not_found"
  | "own_account"
  | "other_operator_required"
  | "user_already_suspended"
  | "role_needs_factor";

/**
 * Gives a proposed role, as changeRole gives one. Another admin than the proposer decides, and not
 * the user concerned. What holds for a role is checked again under the locks of all three: the
 * proposal is open, its proposer is an admin still, and the user has a second factor and is not
 * suspended. So of two decisions that arrive at once, one is refused.
 */
export async function approveRoleProposal(
  ctx: ServiceContext,
  caller: Caller,
  id: RoleProposalId,
): Promise<Outcome<Account, ApproveRoleRefusal>> {
  const found = await findRoleProposal(ctx, caller, APPROVE, id);
  if (!found.ok) return found;
  const { userId, role, proposedBy } = found.value;
  const now = ctx.nowMs();
  const people = [userId, proposedBy];
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const change = { userId, role, decidedBy: caller.userId, at, decision: "approved" } as const;
  const isApproved = sql`${caller.userId} NOT IN (${userId}, ${proposedBy})
    AND EXISTS (SELECT FROM role_proposals p WHERE p.id = ${id} AND ${isOpen})
    AND ${operatorIsAllowed(caller, APPROVE, people)}`;
  const subject = { from: changedUser, details: roleDetails(role, proposedBy) };
  const event = insertOperatorEvent(caller, APPROVE, subject, now);
  const queries = (db: HttpDatabase) =>
    [
      db.execute(sql`SELECT FROM role_proposals p WHERE p.id = ${id} AND ${isOpen}`),
      db.execute(sql`WITH ${setRoleCtes(change, isApproved)} ${event}`),
      db.execute<AccountRow>(selectAccounts(sql`t.id = ${userId}`)),
    ] as const;
  const written = await actAsOperator(ctx, caller, APPROVE, people, queries);
  if (!written.ok) return written;
  const [open, { rowCount }, accounts] = written.value;
  if (userId === caller.userId) return refuse("own_account");
  if (open.rowCount === 0) return refuse("proposal_not_found");
  if (proposedBy === caller.userId) return refuse("other_operator_required");
  const [row] = accounts.rows;
  if (row && rowCount === 1) return done(accountOf(row));
  return refuse(row?.suspended_at_ms ? "user_already_suspended" : "role_needs_factor");
}
