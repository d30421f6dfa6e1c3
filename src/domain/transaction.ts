import type { CurrencyCode } from "./currency.ts";
import type { TransactionId, UserId, WalletId } from "./ids.ts";
import type { FailureCode } from "./refusal.ts";

export const TRANSACTION_TYPES = ["DEPOSIT", "WITHDRAW", "TRANSFER"] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

export const TRANSACTION_STATUSES = ["success", "failed"] as const;
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number];

/** One written leg of a transaction on one person's wallet. */
export interface Leg {
  readonly walletId: WalletId;
  /** Signed, in minor units: negative leaves the wallet. */
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
  /** Position in the wallet's history: 1, 2, 3 … without a gap. */
  readonly seq: bigint;
}

/** The recorded outcome of one command. Plain data: it crosses from object to object. */
export interface Transaction {
  readonly id: TransactionId;
  readonly type: TransactionType;
  readonly status: TransactionStatus;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** Null where the money came from outside or its wallet was never found. */
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId | null;
  readonly reference: string;
  readonly note: string | null;
  readonly failureCode: FailureCode | null;
  readonly actorId: UserId;
  /** When it was asked: Unix time in milliseconds, the same that leads the id. */
  readonly createdAtMs: number;
  /**
   * When it was committed, and its unique place in the order of all commits: RFC 3339 in UTC with six
   * decimals. In each wallet it rises with seq.
   */
  readonly postedAt: string;
  /** Legs on the actor's or the viewer's own wallets only. */
  readonly legs: readonly Leg[];
}

/** A transaction that is decided and not yet committed: its place is given by the commit. */
export type UnpostedTransaction = Omit<Transaction, "postedAt">;
