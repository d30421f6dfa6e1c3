import { sql } from "drizzle-orm";
import { check, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RoleProposalId, UserId } from "../../domain/ids.ts";
import {
  OPERATOR_ROLES,
  type OperatorRole,
  PROPOSAL_DECISIONS,
  type ProposalDecision,
} from "../../domain/user.ts";
import { oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** Roles that an admin proposes for a user, until a second admin decides. */
export const roleProposals = pgTable(
  "role_proposals",
  {
    id: uuid().$type<RoleProposalId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    role: text().$type<OperatorRole>().notNull(),
    proposedBy: uuid("proposed_by")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** From then on it can no longer be approved. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    /** Null: the proposal is open, or expired. */
    decision: text().$type<ProposalDecision>(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    decidedBy: uuid("decided_by")
      .$type<UserId>()
      .references(() => users.id),
  },
  (t) => [
    uniqueIndex("role_proposals_open_unique").on(t.userId).where(sql`${t.decision} IS NULL`),
    check("role_proposals_role_known", oneOf(t.role, OPERATOR_ROLES)),
    check("role_proposals_decision_known", oneOf(t.decision, PROPOSAL_DECISIONS)),
    check(
      "role_proposals_decided_by_somebody",
      sql`num_nonnulls(${t.decision}, ${t.decidedAt}, ${t.decidedBy}) IN (0, 3)`,
    ),
    check("role_proposals_for_another", sql`${t.userId} <> ${t.proposedBy}`),
    check(
      "role_proposals_approved_by_another",
      sql`${t.decision} <> 'approved' OR ${t.decidedBy} <> ${t.proposedBy}`,
    ),
  ],
);
