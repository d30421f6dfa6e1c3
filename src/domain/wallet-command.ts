import type { FreezeReason, FreezeScope, UnfreezeReason } from "./freeze.ts";
import type { Idempotency } from "./idempotency.ts";
import type { AuditEventId, SessionId, TransactionId, UserId, WalletId } from "./ids.ts";
import type { UnixMs } from "./instant.ts";
import type { FailureCode } from "./refusal.ts";
import type { Transaction, UnpostedTransaction } from "./transaction.ts";
import type { Busy, Faulty, Unknown } from "./undecided.ts";

/** Why an operator opens a closed wallet again: a closed list, as for freezes. */
export const REOPEN_REASONS = ["owner_request", "suspected_takeover", "mistake"] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

/** What each command of one operator about one wallet has. */
interface OperatorCommand {
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  readonly walletId: WalletId;
  /**
   * The id of the audit event that the command writes: a repeated command finds the event and
   * stops.
   */
  readonly eventId: AuditEventId;
  readonly createdAtMs: UnixMs;
}

/** One operator's request to freeze a wallet. */
export interface FreezeWalletCommand extends OperatorCommand {
  readonly kind: "freeze_wallet";
  readonly reason: FreezeReason;
  /** Undefined in a command of an earlier release: both. */
  readonly scope?: FreezeScope;
  /** Null: until an operator lifts the freeze. */
  readonly untilMs: UnixMs | null;
}

/** One operator's request to lift a freeze before its time. */
export interface UnfreezeWalletCommand extends OperatorCommand {
  readonly kind: "unfreeze_wallet";
  readonly reason: UnfreezeReason;
}

interface OwnerCommand {
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  readonly walletId: WalletId;
  /** The id of the audit event that the command writes: a repeated command finds it and stops. */
  readonly eventId: AuditEventId;
  readonly createdAtMs: UnixMs;
}

/** The owner's request to change a wallet's label, or to make it the default of its currency. */
export interface ChangeWalletCommand extends OwnerCommand {
  readonly kind: "change_wallet";
  /** Null removes the label; undefined leaves it unchanged. */
  readonly label?: string | null;
  readonly isDefault: boolean;
}

/** The owner's request to close a wallet. */
export interface CloseWalletCommand extends OwnerCommand {
  readonly kind: "close_wallet";
  /** The wallet of the same owner and currency that receives the balance; null: there is none. */
  readonly sweepToWalletId: WalletId | null;
  /** The id of the transfer, if the balance is swept. */
  readonly transactionId: TransactionId;
  readonly idempotency: Idempotency | null;
  /** Decide it, and write nothing. */
  readonly isDryRun: boolean;
}

/** One operator's request to open a closed wallet again. */
export interface ReopenWalletCommand extends OperatorCommand {
  readonly kind: "reopen_wallet";
  readonly reason: ReopenReason;
}

/** Why the owner's change of a wallet is refused. */
export const OWN_CHANGE_REFUSALS = [
  "session_ended",
  "account_suspended",
  "wallet_not_found",
  "wallet_closed",
  "too_many_attempts",
] as const;

/**
 * Why the closing of a wallet is refused, in order of precedence. A wallet that is named as the
 * target of the sweep is judged after the wallet that is to be closed.
 */
export const CLOSING_REFUSALS = [
  "session_ended",
  "idempotency_key_reused",
  "account_suspended",
  "wallet_not_found",
  "step_up_required",
  "wallet_closed",
  "wallet_frozen",
  "holds_open",
  "deposit_pending",
  "last_wallet",
  "balance_not_zero",
  "same_wallet",
  "currency_mismatch",
  "balance_limit_exceeded",
  "too_many_attempts",
] as const;
/** A transfer of the balance that would fail refuses the closing with its failure code. */
export type ClosingRefusal = (typeof CLOSING_REFUSALS)[number] | FailureCode;

/** A refused command; `walletId` is the wallet that the refusal is about, if it is not obvious. */
interface RefusedChange<Code extends string> {
  readonly kind: "refused";
  readonly code: Code;
  readonly retryAfterSeconds?: number;
  readonly walletId?: WalletId;
}

export type OwnChangeOutcome =
  | { readonly kind: "changed" }
  | RefusedChange<(typeof OWN_CHANGE_REFUSALS)[number]>
  | Busy
  | Unknown
  | Faulty;

export type CloseWalletOutcome =
  | {
      readonly kind: "wallet_closed";
      /** The transfer of the balance; null: the wallet was empty. */
      readonly transaction: Transaction | null;
      readonly isReplay: boolean;
    }
  /** A dry run: the transfer that would be recorded. */
  | { readonly kind: "closing_previewed"; readonly transaction: UnpostedTransaction | null }
  | RefusedChange<ClosingRefusal>
  | Busy
  | Unknown
  | Faulty;
