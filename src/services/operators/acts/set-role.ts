import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../../db/active-session.ts";
import { toWireId, type UserId } from "../../../domain/ids.ts";
import type { ProposalDecision, Role } from "../../../domain/user.ts";
import { isRaise } from "./role-proposal-row.ts";

/** A change of one user's role. */
export interface RoleChange {
  readonly userId: UserId;
  readonly role: Role;
  /** The operator who decides it. */
  readonly decidedBy: UserId;
  readonly at: SQL;
  /** How an open proposal for the user is closed, because it was made for the earlier role. */
  readonly decision: Extract<ProposalDecision, "approved" | "replaced">;
}

/**
 * CTEs that set the role of user `t` if the condition `only` holds, end the user's sessions, and
 * decide an open proposal for the user. A suspended user gets no role with more rights, and can
 * lose one. `before` (id, role) has the earlier role; `changed` (id) has one row if the role was
 * changed.
 */
export function setRoleCtes({ userId, role, decidedBy, at, decision }: RoleChange, only: SQL): SQL {
  return sql`before AS (
      SELECT t.id, t.role FROM users t
      WHERE t.id = ${userId} AND t.deleted_at IS NULL AND ${only}
      FOR NO KEY UPDATE
    ), changed AS (
      UPDATE users u SET role = ${role}, updated_at = ${at} FROM before
      WHERE u.id = before.id AND before.role <> ${role}
        AND (${role} = 'user' OR u.has_second_factor)
        AND NOT (${isSuspended(sql`u`)} AND ${isRaise(role, sql`before`)})
      RETURNING u.id
    ), ended AS (
      UPDATE sessions SET ended_at = ${at}, end_reason = 'role_change' FROM changed
      WHERE user_id = changed.id AND ended_at IS NULL
    ), closed AS (
      UPDATE role_proposals SET decision = ${decision}, decided_at = now(), decided_by = ${decidedBy}
      FROM changed WHERE user_id = changed.id AND decision IS NULL
    )`;
}

/** A subject for insertOperatorEvent: the user of setRoleCtes, if the role was changed. */
export const changedUser = sql`SELECT id AS user_id, NULL::uuid AS wallet_id FROM changed`;

/** The details of the event `role_changed`; a role that was proposed also names the proposer. */
export function roleDetails(role: Role, proposedBy: UserId | null = null): SQL {
  const proposer = proposedBy ? { proposed_by: toWireId("usr", proposedBy) } : {};
  return sql`jsonb_build_object('role', ${role}::text, 'before', (SELECT role FROM before))
    || ${JSON.stringify(proposer)}::jsonb`;
}
