import type { CurrencyCode } from "./currency.ts";
import type { Idempotency } from "./idempotency.ts";
import type { SessionId, TransactionId, UserId, WalletId } from "./ids.ts";
import type { UnixMs } from "./instant.ts";
import type { Phone } from "./phone.ts";
import type { UnrecordedRefusal } from "./refusal.ts";
import type { Links, Transaction, TransactionType, UnpostedTransaction } from "./transaction.ts";
import type { Busy, Faulty, Unknown } from "./undecided.ts";
import type {
  ChangeWalletCommand,
  CloseWalletCommand,
  CloseWalletOutcome,
  FreezeWalletCommand,
  OwnChangeOutcome,
  ReopenWalletCommand,
  UnfreezeWalletCommand,
} from "./wallet-command.ts";

export { type Idempotency, isSameRequest } from "./idempotency.ts";
export type { Busy, Faulty, Unknown } from "./undecided.ts";
export type { FreezeWalletCommand, UnfreezeWalletCommand } from "./wallet-command.ts";

/**
 * How a command names a wallet. The ledger resolves it in the transaction that posts the command.
 */
export type WalletAddress =
  | { readonly by: "id"; readonly walletId: WalletId }
  /** The default wallet, in the command's currency, of the user with this phone. */
  | { readonly by: "phone"; readonly phone: Phone }
  /** The caller's own default wallet in the command's currency. */
  | { readonly by: "default" };

/**
 * One request to change balances: plain data that the Worker sends to the wallet object, and the
 * wallet object to the writer. The Worker creates the transaction id once, so a repeated call
 * carries the same id.
 */
export interface MoneyCommand {
  readonly kind: "money";
  readonly transactionId: TransactionId;
  readonly createdAtMs: UnixMs;
  readonly type: TransactionType;
  readonly actorId: UserId;
  /** Null: the service itself acts for the actor, as after the event of a provider. */
  readonly sessionId: SessionId | null;
  /** Positive, in minor units of `currency`. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** The currency of `to`, if the command has a quote; else it is `currency`. */
  readonly toCurrency?: CurrencyCode;
  /** Null: the money comes from outside (a deposit). */
  readonly from: WalletAddress | null;
  /** Null: the money leaves (a withdrawal). */
  readonly to: WalletAddress | null;
  readonly links: Links;
  readonly note: string | null;
  readonly idempotency: Idempotency | null;
  /**
   * The key of the throttle counter of the actor's unknown recipients, in hex; null for a deposit
   * or withdrawal, which have no recipient.
   */
  readonly recipientCounterKey: string | null;
  /** Whether a phone number that its holder has not verified reaches the holder's wallet. */
  readonly reachesUnverifiedPhones: boolean;
  /** Decide it, and write nothing. */
  readonly isDryRun: boolean;
}

/**
 * One request to close an account: its wallets are closed and the user's personal data is erased.
 */
export interface CloseAccountCommand {
  readonly kind: "close_account";
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  readonly createdAtMs: UnixMs;
}

/** Every command that passes through a wallet object to the ledger. */
export type LedgerCommand =
  | MoneyCommand
  | CloseAccountCommand
  | FreezeWalletCommand
  | UnfreezeWalletCommand
  | ReopenWalletCommand
  | ChangeWalletCommand
  | CloseWalletCommand;

/** No effect: the command came through the object of another wallet than the one it changes. */
export interface Misrouted {
  readonly kind: "misrouted";
  /** The wallet through whose object the command must be sent. */
  readonly walletId: WalletId;
}

/**
 * The outcome of a money command.
 * - recorded: the ledger has the transaction, as success or failed; `isReplay` if it had it before.
 * - previewed: the transaction that a dry run would have recorded.
 * - refused: no transaction was written, at most an audit event.
 */
export type MoneyOutcome =
  | { readonly kind: "recorded"; readonly transaction: Transaction; readonly isReplay: boolean }
  | { readonly kind: "previewed"; readonly transaction: UnpostedTransaction }
  | {
      readonly kind: "refused";
      readonly code: UnrecordedRefusal;
      /** When the same request can succeed, if the caller only has to wait. */
      readonly retryAfterSeconds?: number;
    }
  | Busy
  | Unknown
  | Faulty;

export type CloseAccountOutcome =
  | { readonly kind: "closed" }
  | {
      readonly kind: "refused";
      readonly code:
        | "session_ended"
        | "account_suspended"
        | "step_up_required"
        | "balance_not_zero"
        | "wallet_frozen";
    }
  | Busy
  | Unknown
  | Faulty;

/** Why an operator's change of a wallet is refused. */
export type WalletChangeRefusal =
  | "session_ended"
  | "role_required"
  | "account_suspended"
  | "step_up_required"
  | "wallet_not_found"
  | "own_account"
  | "other_operator_required"
  | "wallet_closed"
  | "wallet_frozen"
  | "wallet_not_frozen"
  | "wallet_not_closed"
  | "wallet_limit_reached";

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
  readonly reopen_wallet: WalletChangeOutcome;
  readonly change_wallet: OwnChangeOutcome;
  readonly close_wallet: CloseWalletOutcome;
}

export type LedgerOutcome = OutcomeOf[LedgerCommand["kind"]];
