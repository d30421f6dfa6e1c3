// What the reads of history return, row by row, and how a row becomes a fact of the domain.
import type { CurrencyCode } from "../domain/currency.ts";
import type { HistoryEntry } from "../domain/history.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { FailureCode } from "../domain/refusal.ts";
import type { Transaction, TransactionStatus, TransactionType } from "../domain/transaction.ts";

/** Minor units and positions are text: a JSON number would round them above 2^53. */
export interface TransactionRow extends Record<string, unknown> {
  id: TransactionId;
  type: TransactionType;
  status: TransactionStatus;
  amount: string;
  currency: CurrencyCode;
  from_wallet_id: WalletId | null;
  to_wallet_id: WalletId | null;
  reference: string;
  note: string | null;
  failure_code: FailureCode | null;
  actor_id: UserId;
  created_at_ms: string;
  posted_at: string;
  /** Wallet, amount, balance after, seq. */
  legs: [WalletId, string, string, string][];
}

export interface HistoryEntryRow extends Record<string, unknown> {
  transaction_id: TransactionId;
  type: TransactionType;
  reference: string;
  note: string | null;
  currency: CurrencyCode;
  amount: string;
  balance_after: string;
  seq: string;
  counter_wallet_id: WalletId | null;
  posted_at: string;
}

export function transactionOf(row: TransactionRow): Transaction {
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    amountMinor: BigInt(row.amount),
    currency: row.currency,
    fromWalletId: row.from_wallet_id,
    toWalletId: row.to_wallet_id,
    reference: row.reference,
    note: row.note,
    failureCode: row.failure_code,
    actorId: row.actor_id,
    createdAtMs: Number(row.created_at_ms),
    postedAt: row.posted_at,
    legs: row.legs.map(([walletId, amount, balanceAfter, seq]) => ({
      walletId,
      amountMinor: BigInt(amount),
      balanceAfterMinor: BigInt(balanceAfter),
      seq: BigInt(seq),
    })),
  };
}

export function historyEntryOf(row: HistoryEntryRow): HistoryEntry {
  return {
    transactionId: row.transaction_id,
    type: row.type,
    reference: row.reference,
    note: row.note,
    currency: row.currency,
    amountMinor: BigInt(row.amount),
    balanceAfterMinor: BigInt(row.balance_after),
    seq: BigInt(row.seq),
    counterWalletId: row.counter_wallet_id,
    postedAt: row.posted_at,
  };
}
