import type { Counterparty } from "./counterparty.ts";
import type { CurrencyCode } from "./currency.ts";
import type { ExchangeAmounts } from "./exchange.ts";
import type {
  FundingId,
  HoldId,
  MoneyProposalId,
  QuoteId,
  TransactionId,
  UserId,
  WalletId,
} from "./ids.ts";
import type { MicrosText, UnixMs } from "./instant.ts";
import type { LimitBreach } from "./limit.ts";
import type { Market } from "./market.ts";
import type { RateTerms } from "./rate.ts";
import type { FailureCode } from "./refusal.ts";

/**
 * The kinds of operations that the ledger records. HOLD and RELEASE reserve money and set it free
 * again, and AMENDMENT raises or extends a hold: they have no entries. ADJUSTMENT is a credit or
 * debit by hand, and REVERSAL undoes a transaction; each needs two operators.
 */
export const TRANSACTION_TYPES = [
  "DEPOSIT",
  "WITHDRAW",
  "TRANSFER",
  "EXCHANGE",
  "HOLD",
  "CAPTURE",
  "RELEASE",
  "AMENDMENT",
  "REFUND",
  "REVERSAL",
  "ADJUSTMENT",
] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

export const TRANSACTION_STATUSES = ["success", "failed"] as const;
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number];

/** What a transaction belongs to, beside its wallets; {} for most. */
export interface Links {
  readonly quoteId?: QuoteId;
  readonly holdId?: HoldId;
  /** The transaction that a refund or reversal gives back. */
  readonly originalId?: TransactionId;
  readonly fundingId?: FundingId;
  readonly proposalId?: MoneyProposalId;
}

/** What an exchange, or a transfer into another currency, was made at. Amounts in minor units. */
export interface ExchangeReceipt extends ExchangeAmounts {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly market: Market | null;
  /** Null: YER into YEM, one to one. */
  readonly rate: RateTerms | null;
}

/** One entry of a transaction on a user's wallet. */
export interface Leg {
  readonly walletId: WalletId;
  readonly currency: CurrencyCode;
  /** Signed, in minor units: negative for money that leaves the wallet. */
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
  /** Position in the wallet's history: 1, 2, 3 … without a gap. */
  readonly seq: bigint;
}

/** The recorded outcome of one command: plain data that crosses Durable Objects. */
export interface Transaction {
  readonly id: TransactionId;
  readonly type: TransactionType;
  readonly status: TransactionStatus;
  /** What was asked for, in minor units of `currency`; what was posted stands in the legs. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** Null for a deposit. */
  readonly fromWalletId: WalletId | null;
  /** Null for a withdrawal, and in a failed transfer for a wallet that is not the actor's. */
  readonly toWalletId: WalletId | null;
  readonly reference: string;
  readonly note: string | null;
  readonly failureCode: FailureCode | null;
  readonly actorId: UserId;
  /** When the request arrived; the id begins with the same time. */
  readonly createdAtMs: UnixMs;
  /**
   * When it was committed: unique, and in the order of all commits. In each wallet it rises with
   * seq.
   */
  readonly postedAt: MicrosText;
  readonly links: Links;
  /** Of a transaction with a quote. */
  readonly exchange?: ExchangeReceipt;
  /** Only legs on wallets of the actor, or of the viewer in a read. */
  readonly legs: readonly Leg[];
  /** Of a read by one of its parties: the other one; null if there is nobody to name. */
  readonly counterparty?: Counterparty | null;
  /** The limit that a transaction which failed with `limit_exceeded` is above. */
  readonly limitBreach?: LimitBreach;
}

/** A transaction that is decided but not committed: posted_at is assigned by its last statement. */
export type UnpostedTransaction = Omit<Transaction, "postedAt">;
