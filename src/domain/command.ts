import type { CurrencyCode } from "./currency.ts";
import type { Hold } from "./hold.ts";
import type { Idempotency } from "./idempotency.ts";
import type { SessionId, TransactionId, UserId, WalletId } from "./ids.ts";
import type { UnixMs } from "./instant.ts";
import type { Notice } from "./message.ts";
import type { Phone } from "./phone.ts";
import type { UnrecordedRefusal } from "./refusal.ts";
import type { Terms } from "./terms.ts";
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
  /** What the kind asks beside it; undefined for most kinds. */
  readonly terms?: Terms;
  /** Messages that are stored in the commit if the command succeeds. */
  readonly notices?: readonly Notice[];
  readonly note: string | null;
  readonly idempotency: Idempotency | null;
  /**
   * The key of the throttle counter of the actor's unknown recipients, in hex; null for a deposit
   * or withdrawal, which have no recipient.
   */
  readonly recipientCounterKey: string | null;
  /** Whether a phone number that its holder has not verified reaches the holder's wallet. */
  readonly reachesUnverifiedPhones: boolean;
  /**
   * The id of the wallet that is opened for a recipient, named by phone, who has none in the
   * currency; null: none is opened.
   */
  readonly opensWalletId?: WalletId | null;
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

/**
 * The service's own request to end the holds of a wallet whose time has passed. Nothing depends on
 * it: such a hold counts as expired before.
 */
export interface ReleaseExpiredHoldsCommand {
  readonly kind: "release_expired_holds";
  readonly walletId: WalletId;
}

/** Every command that passes through a wallet object to the ledger. */
export type LedgerCommand =
  | MoneyCommand
  | CloseAccountCommand
  | ReleaseExpiredHoldsCommand
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

interface Recipient {
  /** The other currencies in which a refused recipient can be paid; a service adds them. */
  readonly recipientCurrencies?: readonly CurrencyCode[];
}

/**
 * The outcome of a money command.
 * - recorded: the ledger has the transaction, as success or failed; `isReplay` if it had it before.
 * - previewed: the transaction that a dry run would have recorded.
 * - refused: no transaction was written, at most an audit event.
 */
export type MoneyOutcome =
  | ({
      readonly kind: "recorded";
      readonly transaction: Transaction;
      /** The hold after it, if it changed one; undefined in a replay. */
      readonly hold?: Hold;
      readonly isReplay: boolean;
    } & Recipient)
  | ({
      readonly kind: "previewed";
      readonly transaction: UnpostedTransaction;
      readonly hold?: Hold;
    } & Recipient)
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

export type ReleaseExpiredHoldsOutcome =
  | {
      readonly kind: "released";
      /** How many holds ended. */
      readonly holds: number;
      /** When the next hold of the wallet expires; null: it has no other. */
      readonly nextMs: UnixMs | null;
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
  readonly release_expired_holds: ReleaseExpiredHoldsOutcome;
  readonly freeze_wallet: WalletChangeOutcome;
  readonly unfreeze_wallet: WalletChangeOutcome;
  readonly reopen_wallet: WalletChangeOutcome;
  readonly change_wallet: OwnChangeOutcome;
  readonly close_wallet: CloseWalletOutcome;
}

export type LedgerOutcome = OutcomeOf[LedgerCommand["kind"]];
