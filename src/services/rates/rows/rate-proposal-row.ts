import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../../db/active-session.ts";
import type { MoneyProposalId, UserId } from "../../../domain/ids.ts";
import type { RateProposal } from "../../../domain/quote.ts";
import { TERMS, type TermsRow, termsOf } from "./rate-row.ts";

export interface RateProposalRow extends TermsRow {
  readonly id: MoneyProposalId;
  readonly valid_seconds: number;
  readonly proposed_by: UserId;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
}

export function rateProposalOf(row: RateProposalRow): RateProposal {
  return {
    ...termsOf(row),
    id: row.id,
    validSeconds: Number(row.valid_seconds),
    proposedBy: row.proposed_by,
    createdAt: new Date(Number(row.created_at_ms)),
    expiresAt: new Date(Number(row.expires_at_ms)),
  };
}

/**
 * The SQL condition that the proposal `r` can still be decided: by the database's time, and while
 * its proposer is an admin who may act.
 */
export const isOpen = sql`(r.decision IS NULL AND r.expires_at > now()
  AND EXISTS (SELECT FROM users a WHERE a.id = r.proposed_by AND a.role = 'admin'
    AND a.deleted_at IS NULL AND NOT ${isSuspended(sql`a`)}))`;

/** The open proposals `r` for which the condition holds, oldest first. */
export function selectOpenProposals(condition: SQL): SQL {
  return sql`SELECT r.id, ${TERMS}, r.valid_seconds::int, r.proposed_by,
      (extract(epoch FROM r.created_at) * 1000)::float8 AS created_at_ms,
      (extract(epoch FROM r.expires_at) * 1000)::float8 AS expires_at_ms
    FROM rate_proposals r WHERE ${isOpen} AND ${condition} ORDER BY r.id`;
}
