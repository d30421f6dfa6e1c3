import type { CurrencyCode } from "./currency.ts";
import type { FundingEventId, MoneyProposalId, TransactionId, UserId, WalletId } from "./ids.ts";

/**
 * What two operators may do with somebody's money: one proposes it, another approves it.
 * - adjustment: a credit or debit by hand.
 * - reversal: a transaction is undone.
 */
export const PROPOSAL_KINDS = ["adjustment", "reversal"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** Seen from the wallet: a credit adds to its balance. */
export const ADJUSTMENT_DIRECTIONS = ["credit", "debit"] as const;
export type AdjustmentDirection = (typeof ADJUSTMENT_DIRECTIONS)[number];

/** Why money is adjusted: a closed list, so that the audit log contains no personal data. */
export const ADJUSTMENT_REASONS = [
  "service_error",
  "provider_error",
  "unapplied_funds",
  "chargeback",
  "goodwill",
  "legal_order",
] as const;
export type AdjustmentReason = (typeof ADJUSTMENT_REASONS)[number];

/** Why a transaction is reversed. */
export const REVERSAL_REASONS = [
  "service_error",
  "duplicate_payment",
  "mistaken_payment",
  "fraud",
  "legal_order",
] as const;
export type ReversalReason = (typeof REVERSAL_REASONS)[number];

/**
 * What a reversal does when the receiver has spent the money: it is refused, takes what is
 * available, or a loss wallet covers the rest.
 */
export const SHORTFALL_RULES = ["refuse", "available", "loss_wallet"] as const;
export type ShortfallRule = (typeof SHORTFALL_RULES)[number];

export const MONEY_DECISIONS = ["approved", "rejected"] as const;
export type MoneyDecision = (typeof MONEY_DECISIONS)[number];

/** A stored proposal; fields that its kind does not have are null. */
export interface MoneyProposal {
  readonly id: MoneyProposalId;
  readonly kind: ProposalKind;
  /** The person concerned, who owns the wallet. */
  readonly userId: UserId;
  /** The wallet through whose object the approved command goes. */
  readonly walletId: WalletId;
  /** Positive, in minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly direction: AdjustmentDirection | null;
  readonly reversesId: TransactionId | null;
  readonly shortfall: ShortfallRule | null;
  readonly reason: AdjustmentReason | ReversalReason;
  /** The operators' own case number. */
  readonly ticket: string | null;
  /** The event in suspense that the adjustment resolves. */
  readonly fundingEventId: FundingEventId | null;
  readonly proposedBy: UserId;
  readonly createdAt: Date;
  /** From then on it can no longer be approved. */
  readonly expiresAt: Date;
  /** Null: the proposal is open, or expired. */
  readonly decision: MoneyDecision | null;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Date | null;
}
