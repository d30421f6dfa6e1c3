import type { CurrencyCode } from "./currency.ts";
import type { FreezeReason, UnfreezeReason } from "./freeze.ts";
import type { AuditEventId, SessionId, TransactionId, UserId, WalletId } from "./ids.ts";
import type { Phone } from "./phone.ts";
import type { UnrecordedRefusal } from "./refusal.ts";
import type { Transaction, TransactionType } from "./transaction.ts";

/** How a caller names a wallet; the ledger finds it under the batch's own locks. */
export type WalletAddress =
  | { readonly by: "id"; readonly walletId: WalletId }
  /** The default wallet, in the command's currency, of the person with this phone. */
  | { readonly by: "phone"; readonly phone: Phone }
  /** The caller's own default wallet in the command's currency. */
  | { readonly by: "default" };

/** The stored identity of a request: same key and fingerprint is the same request. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 over the request's meaning, in hex. */
  readonly fingerprint: string;
}

/**
 * One request to change balances. Plain data that crosses the Worker, the wallet object and the
 * writer. Its transaction id is made once, at the edge: whoever repeats it repeats the same one.
 */
export interface MoneyCommand {
  readonly kind: "money";
  readonly transactionId: TransactionId;
  readonly createdAtMs: number;
  readonly type: TransactionType;
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  /** Positive, in minor units of `currency`. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** Null: the money comes from outside (a deposit). */
  readonly from: WalletAddress | null;
  /** Null: the money leaves (a withdrawal). */
  readonly to: WalletAddress | null;
  readonly note: string | null;
  readonly idempotency: Idempotency | null;
}

/** One request to end an account: all its wallets closed, its person's data erased. */
export interface CloseAccountCommand {
  readonly kind: "close_account";
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  readonly createdAtMs: number;
}

interface OperatorCommand {
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  readonly walletId: WalletId;
  /** Of the audit event that the commit writes: a repeated command finds it there. */
  readonly eventId: AuditEventId;
  readonly createdAtMs: number;
}

/** One operator's request to freeze a wallet. */
export interface FreezeWalletCommand extends OperatorCommand {
  readonly kind: "freeze_wallet";
  readonly reason: FreezeReason;
  /** Unix time in milliseconds; null: until an operator lifts it. */
  readonly untilMs: number | null;
}

/** One operator's request to lift a freeze before its time. */
export interface UnfreezeWalletCommand extends OperatorCommand {
  readonly kind: "unfreeze_wallet";
  readonly reason: UnfreezeReason;
}

/** Everything that goes through a wallet object to the ledger. */
export type LedgerCommand =
  | MoneyCommand
  | CloseAccountCommand
  | FreezeWalletCommand
  | UnfreezeWalletCommand;

/** Nothing has happened: a queue was full, or the command's time ran out before it was sent. */
export interface Busy {
  readonly kind: "busy";
}
/** The commit's fate could not be learned in time; repeating the same command tells later. */
export interface Unknown {
  readonly kind: "unknown";
}
/** Postgres refuses this very command; nothing has happened. */
export interface Faulty {
  readonly kind: "faulty";
  readonly fault: string;
}
/** The command went through another object than that of the wallet it changes; nothing has happened. */
export interface Misrouted {
  readonly kind: "misrouted";
  /** The wallet whose object it belongs to. */
  readonly walletId: WalletId;
}

/**
 * What became of a money command.
 * - recorded: the transaction stands in the ledger, success or failed; `isReplay` when it stood before.
 * - refused: nothing but an audit event was written.
 */
export type MoneyOutcome =
  | { readonly kind: "recorded"; readonly transaction: Transaction; readonly isReplay: boolean }
  | { readonly kind: "refused"; readonly code: UnrecordedRefusal }
  | Busy
  | Unknown
  | Faulty;

export type CloseAccountOutcome =
  | { readonly kind: "closed" }
  | {
      readonly kind: "refused";
      readonly code: "session_ended" | "step_up_required" | "balance_not_zero" | "wallet_frozen";
    }
  | Busy
  | Unknown
  | Faulty;

/** Why an operator's change of a wallet is refused. */
export type WalletChangeRefusal =
  | "session_ended"
  | "role_required"
  | "step_up_required"
  | "wallet_not_found"
  | "own_account"
  | "wallet_closed"
  | "wallet_frozen"
  | "wallet_not_frozen";

export type WalletChangeOutcome =
  | { readonly kind: "changed" }
  | { readonly kind: "refused"; readonly code: WalletChangeRefusal }
  | Busy
  | Unknown
  | Faulty;

/** The outcome that belongs to each kind of command. */
export interface OutcomeOf {
  readonly money: MoneyOutcome | Misrouted;
  readonly close_account: CloseAccountOutcome;
  readonly freeze_wallet: WalletChangeOutcome;
  readonly unfreeze_wallet: WalletChangeOutcome;
}

export type LedgerOutcome = OutcomeOf[LedgerCommand["kind"]];
