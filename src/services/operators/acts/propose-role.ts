import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../../db/active-session.ts";
import { insertOperatorEvent } from "../../../db/operator.ts";
import { ROLE_PROPOSAL_HOURS } from "../../../domain/bounds.ts";
import { newId } from "../../../domain/ids.ts";
import type { Caller } from "../../context.ts";
import { isOpen, isRaise, needsSecondAdmin } from "./role-proposal-row.ts";
import type { RoleChange } from "./set-role.ts";

/**
 * Two statements that propose a role with more rights, if `only` holds for user `t`, there is a
 * second admin and the user has a second factor and is not suspended. The first closes the user's earlier proposal, even
 * an expired one; the second writes the new one and its audit event. The same proposal of the same
 * admin, sent again while it is open, stays as it is. The batch must hold the user's lock.
 */
export function proposeRoleStatements(
  caller: Caller,
  { userId, role, decidedBy }: RoleChange,
  only: SQL,
  nowMs: number,
): readonly [SQL, SQL] {
  const canPropose = sql`EXISTS (SELECT FROM users t WHERE t.id = ${userId} AND t.deleted_at IS NULL
    AND t.has_second_factor AND NOT ${isSuspended(sql`t`)} AND ${isRaise(role)} AND ${needsSecondAdmin} AND ${only})`;
  const isRepeated = sql`(p.role = ${role} AND p.proposed_by = ${decidedBy} AND ${isOpen})`;
  const replace = sql`
    UPDATE role_proposals p
    SET decision = 'replaced', decided_at = now(), decided_by = ${decidedBy}
    WHERE p.user_id = ${userId} AND p.decision IS NULL AND NOT ${isRepeated} AND ${canPropose}`;
  const from = sql`SELECT user_id, NULL::uuid AS wallet_id FROM proposed`;
  const details = sql`jsonb_build_object('role', ${role}::text,
    'before', (SELECT role FROM users WHERE id = ${userId}))`;
  const act = { roles: ["admin"], type: "role_proposed" } as const;
  const propose = sql`
    WITH proposed AS (
      INSERT INTO role_proposals (id, user_id, role, proposed_by, created_at, expires_at)
      SELECT ${newId("rlp", nowMs)}::uuid, ${userId}::uuid, ${role}, ${decidedBy}::uuid, now(),
        now() + make_interval(hours => ${ROLE_PROPOSAL_HOURS}::int)
      WHERE ${canPropose}
        AND NOT EXISTS (SELECT FROM role_proposals p WHERE p.user_id = ${userId} AND p.decision IS NULL)
      RETURNING user_id
    ) ${insertOperatorEvent(caller, act, { from, details }, nowMs)}`;
  return [replace, propose];
}
