// The input and output of `decide`: one case for each command of a batch, read under lock, and its
// verdict.
import type { MoneyCommand } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { FreezeScope } from "../domain/freeze.ts";
import type { Hold } from "../domain/hold.ts";
import type {
  FundingId,
  HoldId,
  MoneyProposalId,
  QuoteId,
  TransactionId,
  UserId,
  WalletId,
} from "../domain/ids.ts";
import type { UnixMs } from "../domain/instant.ts";
import type { Market } from "../domain/market.ts";
import type { RefundTotal } from "../domain/refund.ts";
import type { FailureCode, UnrecordedRefusal } from "../domain/refusal.ts";
import type {
  ExchangeReceipt,
  TransactionType,
  UnpostedTransaction,
} from "../domain/transaction.ts";
import type { SystemPurpose, WalletStatus } from "../domain/wallet.ts";
import type { LockedFunding } from "./funding-case.ts";
import type { LockedProposal } from "./proposal-case.ts";

/** The row of a wallet that this batch has locked. */
export interface LockedWallet {
  readonly id: WalletId;
  readonly ownerId: UserId;
  readonly currency: CurrencyCode;
  /** Of a wallet in YEM; null means DEFAULT_MARKET. */
  readonly market?: Market | null;
  readonly status: WalletStatus;
  /** What the freeze of a frozen wallet stops; without it, both directions. */
  readonly freezeScope?: FreezeScope | null;
  readonly balanceMinor: bigint;
  readonly heldMinor: bigint;
  readonly seq: bigint;
}

/** A throttle counter as of the batch's first statement. */
export interface RecipientCounter {
  readonly key: string;
  /** Attempts that still count. */
  readonly tries: number;
  /** The wait before the next attempt; 0: none. */
  readonly waitSeconds: number;
}

/** An actor's failed transactions with one code within the last hour. */
export interface RecentFailures {
  readonly times: number;
  /** Until the oldest of them is an hour old. */
  readonly waitSeconds: number;
}

/** One command with everything the database has about it, as of the batch's first statement. */
export interface Case {
  readonly command: MoneyCommand;
  /** The wallet whose object sent the command. */
  readonly viaWalletId: WalletId;
  /** This command was posted before, and was sent again. */
  readonly isPosted: boolean;
  /** Another transaction has locked a row that the command needs. */
  readonly isBlocked: boolean;
  /** Whether the session is active; true if the service itself acts. */
  readonly isSessionActive: boolean;
  /** An operator has suspended the actor. */
  readonly isSuspended: boolean;
  /** The user has a second factor, and did not prove one in the session within STEP_UP_SECONDS. */
  readonly lacksStepUp: boolean;
  /** The phone that the command names is the actor's own. */
  readonly namesOwnPhone: boolean;
  /** The actor's counter of unknown recipients; null: nothing is counted. */
  readonly recipientCounter: RecipientCounter | null;
  /** The actor's failed transactions within the last hour, by failure code. */
  readonly recentFailures: ReadonlyMap<FailureCode, RecentFailures>;
  /** The wallets that the command's two sides name; null: none, or not found. */
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId | null;
  /** The recipient, whose row is locked, for whom the command may open a wallet. */
  readonly opensFor?: UserId;
  /** The system wallet of a deposit or withdrawal; null for a transfer. */
  readonly counterWalletId: WalletId | null;
  /**
   * The result of an earlier request with this command or its key. `transactionId` null: it opened
   * a wallet.
   */
  readonly prior: { transactionId: TransactionId | null; fingerprint: string | null } | null;
}

/** A wallet that a transfer opens for its recipient: the default of its currency. */
export interface Opening {
  readonly walletId: WalletId;
  readonly ownerId: UserId;
  readonly currency: CurrencyCode;
  readonly createdAtMs: UnixMs;
}

/** An entry to write. System wallets have neither running balance nor seq. */
export interface Entry {
  readonly transactionId: TransactionId;
  readonly walletId: WalletId;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint | null;
  readonly seq: bigint | null;
}

/** What a batch has read under the wallets' locks. */
export interface LockedRows {
  readonly wallets: ReadonlyMap<WalletId, LockedWallet>;
  readonly holds: ReadonlyMap<HoldId, LockedHold>;
  /** The open payment holds of payers who place one in this batch; without one that has expired. */
  readonly openHolds?: ReadonlyMap<WalletId, number>;
  /** Left out if no command gives one back. */
  readonly originals?: ReadonlyMap<TransactionId, LockedOriginal>;
  /** Left out if no command names one. */
  readonly quotes?: ReadonlyMap<QuoteId, LockedQuote>;
  /** The service's positions in the currencies of the quotes and originals, by liquidity wallet. */
  readonly positions?: ReadonlyMap<WalletId, LiquidityPosition>;
  readonly funding?: ReadonlyMap<FundingId, LockedFunding>;
  /** The number of open withdrawals through a provider by wallet. */
  readonly openWithdrawals?: ReadonlyMap<WalletId, number>;
  readonly proposals?: ReadonlyMap<MoneyProposalId, LockedProposal>;
  /** The database's time, by which the batch is decided. */
  readonly nowMs: UnixMs;
}

/** A quote as the batch finds it. Its terms never change. */
export interface LockedQuote extends ExchangeReceipt {
  readonly id: QuoteId;
  readonly userId: UserId;
  /** A successful transaction names it. */
  readonly isUsed: boolean;
  /** Its time has passed, by the database's clock. */
  readonly isExpired: boolean;
  /** The system wallets that are the other side of the exchange. */
  readonly sourceLiquidityId: WalletId;
  readonly targetLiquidityId: WalletId;
  readonly feesId: WalletId;
}

/**
 * What the service has bought or sold of a currency, in minor units. It is read without a lock: the
 * statement that writes the change keeps it within the caps.
 */
export interface LiquidityPosition {
  readonly positionMinor: bigint;
  readonly floorMinor: bigint;
  readonly ceilingMinor: bigint;
}

/** A hold that no other transaction can change, because its payer's wallet is locked. */
export interface LockedHold extends Hold {
  /** How often it was captured, and amended. Undefined: never. */
  readonly captures?: number;
  readonly amendments?: number;
}

/**
 * A successful transaction that is to be given back. Its receiver's wallet is locked, so no other
 * transaction can change what was given back of it.
 */
export interface LockedOriginal extends RefundTotal {
  readonly id: TransactionId;
  readonly type: TransactionType;
  /** Null for a deposit. */
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId;
  /** Who paid; null for a deposit. */
  readonly payerId: UserId | null;
  readonly isPayerWalletClosed: boolean;
  /** Of the wallet that paid, if it is in YEM; null means DEFAULT_MARKET. */
  readonly payerMarket: Market | null;
  /** How many refunds there were. */
  readonly refunds: number;
  readonly receiverId: UserId;
  /** All its entries, also those of system wallets. */
  readonly legs: readonly OriginalLeg[];
  /** The system wallet of losses in the receiver's currency. */
  readonly lossWalletId: WalletId;
}

export interface OriginalLeg {
  readonly walletId: WalletId;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  /** Null: a wallet of a user. */
  readonly systemPurpose: SystemPurpose | null;
}

/** Nothing was recorded. */
export interface Refused {
  readonly kind: "refused";
  readonly code: UnrecordedRefusal;
  readonly retryAfterSeconds?: number;
}

export type Verdict =
  | {
      readonly kind: "recorded";
      readonly transaction: UnpostedTransaction;
      /** The hold after it, if it changed one. */
      readonly hold?: LockedHold;
    }
  /** A dry run: the transaction that would have been recorded. */
  | {
      readonly kind: "previewed";
      readonly transaction: UnpostedTransaction;
      readonly hold?: LockedHold;
    }
  | Refused
  | { readonly kind: "blocked" }
  | { readonly kind: "misrouted"; readonly walletId: WalletId }
  | { readonly kind: "replay"; readonly transactionId: TransactionId };

export interface Decision {
  /** One for each case, in its order. */
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly Entry[];
  /** The changed wallets, with their new balance, held amount and seq. */
  readonly wallets: readonly LockedWallet[];
  /** New and changed holds. */
  readonly holds: readonly LockedHold[];
  /** New wallets of recipients; `wallets` has their balances. */
  readonly openings: readonly Opening[];
  /** Transactions of which something was given back, with their new totals. */
  readonly originals: readonly LockedOriginal[];
  /** What changes in the service's positions, by liquidity wallet, in minor units. */
  readonly positionChanges: ReadonlyMap<WalletId, bigint>;
  /** New withdrawals, and deposits and withdrawals that ended. */
  readonly funding: readonly LockedFunding[];
  /** Approved ones. */
  readonly proposals: readonly LockedProposal[];
  /** For the audit log. */
  readonly violations: readonly OwnershipViolation[];
  /** The recorded transfers to recipients who were not found, by the key of their counter. */
  readonly recipientAttempts: ReadonlyMap<string, number>;
}

/** An attempt to use a wallet of another user as one's own. */
export interface OwnershipViolation {
  readonly actorId: UserId;
  /** Null if the wallet was named by a phone: the actor may read the event. */
  readonly walletId: WalletId | null;
}
