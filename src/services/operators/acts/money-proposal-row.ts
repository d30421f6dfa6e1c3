import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../../db/active-session.ts";
import { unixMsOf } from "../../../db/instant.ts";
import type { CurrencyCode } from "../../../domain/currency.ts";
import type {
  FundingEventId,
  MoneyProposalId,
  TransactionId,
  UserId,
  WalletId,
} from "../../../domain/ids.ts";
import type {
  AdjustmentDirection,
  MoneyDecision,
  MoneyProposal,
  ProposalKind,
  ShortfallRule,
} from "../../../domain/money-proposal.ts";

export interface MoneyProposalRow extends Record<string, unknown> {
  readonly id: MoneyProposalId;
  readonly kind: ProposalKind;
  readonly user_id: UserId;
  readonly wallet_id: WalletId;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly direction: AdjustmentDirection | null;
  readonly reverses_id: TransactionId | null;
  readonly shortfall: ShortfallRule | null;
  readonly reason: MoneyProposal["reason"];
  readonly ticket: string | null;
  readonly funding_event_id: FundingEventId | null;
  readonly proposed_by: UserId;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly decision: MoneyDecision | null;
  readonly decided_by: UserId | null;
  readonly decided_at_ms: number | null;
}

export function moneyProposalOf(row: MoneyProposalRow): MoneyProposal {
  return {
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    walletId: row.wallet_id,
    amountMinor: BigInt(row.amount),
    currency: row.currency,
    direction: row.direction,
    reversesId: row.reverses_id,
    shortfall: row.shortfall,
    reason: row.reason,
    ticket: row.ticket,
    fundingEventId: row.funding_event_id,
    proposedBy: row.proposed_by,
    createdAt: new Date(Number(row.created_at_ms)),
    expiresAt: new Date(Number(row.expires_at_ms)),
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at_ms === null ? null : new Date(Number(row.decided_at_ms)),
  };
}

/** The proposals `p` for which the condition holds, oldest first. */
export function selectMoneyProposals(condition: SQL): SQL {
  return sql`
    SELECT p.id, p.kind, p.user_id, p.wallet_id, p.amount::text, p.currency, p.direction,
      p.reverses_id, p.shortfall, p.reason, p.ticket, p.funding_event_id, p.proposed_by,
      ${unixMsOf(sql`p.created_at`)} AS created_at_ms, ${unixMsOf(sql`p.expires_at`)} AS expires_at_ms,
      p.decision, p.decided_by, ${unixMsOf(sql`p.decided_at`)} AS decided_at_ms
    FROM money_proposals p WHERE ${condition} ORDER BY p.id`;
}

/**
 * The SQL condition that the proposal `p` can still be approved or rejected: it is not decided and
 * has not expired, and its proposer is still an admin who may act. Compares with the database's
 * time.
 */
export const isProposalOpen = sql`(p.decision IS NULL AND p.expires_at > now()
  AND EXISTS (SELECT FROM users a WHERE a.id = p.proposed_by
    AND a.role = 'admin' AND a.deleted_at IS NULL AND NOT ${isSuspended(sql`a`)}))`;
