import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../../db/active-session.ts";
import type { RoleProposalId, UserId } from "../../../domain/ids.ts";
import {
  OPERATOR_ROLES,
  type OperatorRole,
  type Role,
  type RoleProposal,
  rolesBelow,
} from "../../../domain/user.ts";

export interface RoleProposalRow extends Record<string, unknown> {
  readonly id: RoleProposalId;
  readonly user_id: UserId;
  readonly role: OperatorRole;
  readonly proposed_by: UserId;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
}

export function roleProposalOf(row: RoleProposalRow): RoleProposal {
  const { id, user_id: userId, role, proposed_by: proposedBy } = row;
  return {
    id,
    userId,
    role,
    proposedBy,
    createdAt: new Date(Number(row.created_at_ms)),
    expiresAt: new Date(Number(row.expires_at_ms)),
  };
}

/** The open proposals `p` for which the condition holds, oldest first. */
export function selectOpenProposals(condition: SQL): SQL {
  return sql`
    SELECT p.id, p.user_id, p.role, p.proposed_by,
      (extract(epoch FROM p.created_at) * 1000)::float8 AS created_at_ms,
      (extract(epoch FROM p.expires_at) * 1000)::float8 AS expires_at_ms
    FROM role_proposals p WHERE ${isOpen} AND ${condition} ORDER BY p.id`;
}

/**
 * The SQL condition that there is a second admin, so that one alone gives no role. A suspended one
 * counts: otherwise an admin could suspend the other, give a role alone and lift the suspension.
 */
export const needsSecondAdmin = sql`(SELECT count(*) FROM users a
  WHERE a.role = 'admin' AND a.deleted_at IS NULL) >= 2`;

/** The SQL condition that user `person` can decide about roles. */
const isActingAdmin = (person: SQL): SQL =>
  sql`(${person}.role = 'admin' AND ${person}.deleted_at IS NULL AND NOT ${isSuspended(person)})`;

/** The SQL condition that the role would give user `person` more rights. */
export function isRaise(role: Role, person: SQL = sql`t`): SQL {
  const below = rolesBelow(role).map((lower) => sql`${lower}`);
  return below.length === 0 ? sql`false` : sql`${person}.role IN (${sql.join(below, sql`, `)})`;
}

const isRaiseOfProposal = sql.join(
  OPERATOR_ROLES.map((role) => sql`(p.role = ${role} AND ${isRaise(role)})`),
  sql` OR `,
);

/**
 * The SQL condition that the proposal `p` can still be approved or rejected: it is not decided and
 * has not expired, its proposer is still an admin, and it would still give its user more rights.
 * Compares with the database's time.
 */
export const isOpen = sql`(p.decision IS NULL AND p.expires_at > now()
  AND EXISTS (SELECT FROM users a WHERE a.id = p.proposed_by AND ${isActingAdmin(sql`a`)})
  AND EXISTS (SELECT FROM users t WHERE t.id = p.user_id AND t.deleted_at IS NULL
    AND (${isRaiseOfProposal})))`;
