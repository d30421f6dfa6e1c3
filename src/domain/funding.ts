import type { CurrencyCode } from "./currency.ts";
import type {
  FundingEventId,
  FundingId,
  HoldId,
  Id,
  TransactionId,
  UserId,
  WalletId,
} from "./ids.ts";
import type { UnixMicros } from "./instant.ts";
import type { FailureCode } from "./refusal.ts";

export const FUNDING_DIRECTIONS = ["deposit", "withdrawal"] as const;
export type FundingDirection = (typeof FUNDING_DIRECTIONS)[number];

/** Those but the first are terminal: nothing leads out of them. */
export const DEPOSIT_STATUSES = ["pending", "succeeded", "failed", "expired"] as const;
export type DepositStatus = (typeof DEPOSIT_STATUSES)[number];

/** `sent`: the provider has accepted the payout. All later ones are terminal. */
export const WITHDRAWAL_STATUSES = ["pending", "sent", "succeeded", "failed", "timed_out"] as const;
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];

/**
 * Why a deposit or a withdrawal failed: the provider said so, or the ledger could not credit the
 * wallet. In the second case the money waits in suspense.
 */
export const FUNDING_FAILURES = [
  "provider_failed",
  "wallet_frozen",
  "wallet_closed",
  "balance_limit_exceeded",
  "limit_exceeded",
] as const satisfies readonly (FailureCode | "provider_failed")[];
export type FundingFailure = (typeof FUNDING_FAILURES)[number];

export interface FundingFields {
  readonly userId: UserId;
  readonly walletId: WalletId;
  /** Positive, in minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** What the provider names in its events. */
  readonly reference: string;
  readonly failureCode: string | null;
  readonly createdAt: Date;
  /** A deposit: it is not credited from then on. A withdrawal: it times out then. */
  readonly expiresAt: Date | null;
  /** When it reached its terminal state. */
  readonly completedAt: Date | null;
  /** The transaction that moved the money; null before, and without one. */
  readonly transactionId: TransactionId | null;
}

/** Money that somebody is to pay in through the provider. */
export interface Deposit extends FundingFields {
  readonly id: Id<"dpi">;
  readonly status: DepositStatus;
}

/** Money that the provider is to pay out. */
export interface Withdrawal extends FundingFields {
  readonly id: Id<"pay">;
  readonly status: WithdrawalStatus;
}

/**
 * A position in a list of deposits or withdrawals, newest first: the time of a commit with the
 * simulated provider, an identifier otherwise.
 */
export type FundingPosition = UnixMicros | FundingId;

/** The hold of a withdrawal has the withdrawal's id: each has exactly one. */
export const holdIdOf = (fundingId: FundingId): HoldId => fundingId as string as HoldId;

/** The prefixes of references. */
export const FUNDING_PREFIXES = { deposit: "FND", withdrawal: "PAY" } as const;

export const FUNDING_EVENT_TYPES = [
  "deposit.succeeded",
  "deposit.failed",
  "payout.succeeded",
  "payout.failed",
] as const;
export type FundingEventType = (typeof FUNDING_EVENT_TYPES)[number];

/**
 * What became of an event.
 * - applied: it moved money, or ended its deposit or withdrawal.
 * - absorbed: what it says was so already, or concerns nothing of this service.
 * - suspense: an operator decides.
 */
export const FUNDING_DECISIONS = ["applied", "absorbed", "suspense"] as const;
export type FundingDecision = (typeof FUNDING_DECISIONS)[number];

/** Why an event was absorbed, or waits in suspense. */
export const FUNDING_EVENT_REASONS = [
  "already_done",
  "unknown_type",
  "unknown_reference",
  "currency_mismatch",
  "amount_mismatch",
  "late",
  "paid_twice",
  "succeeded_after_failure",
  "failed_after_success",
  "wallet_frozen",
  "wallet_closed",
  "balance_limit_exceeded",
  "limit_exceeded",
] as const;
export type FundingEventReason = (typeof FUNDING_EVENT_REASONS)[number];

/** What the provider says in an event, after its signature was verified. */
export interface FundingEventData {
  readonly type: FundingEventType;
  /** Of the deposit or the withdrawal. */
  readonly reference: string;
  /** The provider's own name of the payment: two payments have two. */
  readonly paymentId: string;
  /** Major units, as sent. */
  readonly amount: string;
  /** As sent; it need not be a supported currency. */
  readonly currency: string;
}

/** A recorded event, for operators. */
export interface FundingEvent extends Omit<FundingEventData, "type"> {
  readonly id: FundingEventId;
  readonly webhookId: string;
  readonly type: string;
  readonly decision: FundingDecision | null;
  readonly reason: FundingEventReason | null;
  readonly userId: UserId | null;
  readonly walletId: WalletId | null;
  readonly receivedAt: Date;
}
