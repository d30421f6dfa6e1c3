import type { Deposit, Withdrawal } from "../../domain/funding.ts";
import type { Id } from "../../domain/ids.ts";
import type { Transaction } from "../../domain/transaction.ts";

// With the simulated provider a deposit or withdrawal is its transaction, under the same id with
// another prefix.

function fieldsOf(transaction: Transaction) {
  const { fromWalletId, toWalletId } = transaction;
  const walletId = fromWalletId ?? toWalletId;
  if (!walletId) throw new Error("a deposit or withdrawal without a wallet");
  return {
    status: transaction.status === "success" ? ("succeeded" as const) : ("failed" as const),
    userId: transaction.actorId,
    walletId,
    amountMinor: transaction.amountMinor,
    currency: transaction.currency,
    reference: transaction.reference,
    failureCode: transaction.failureCode,
    createdAt: new Date(transaction.createdAtMs),
    expiresAt: null,
    completedAt: new Date(transaction.postedAt),
    transactionId: transaction.id,
  };
}

/** A deposit that was credited, or refused, at once. */
export function depositOfTransaction(transaction: Transaction): Deposit {
  return { id: transaction.id as string as Id<"dpi">, ...fieldsOf(transaction) };
}

/** A withdrawal that was paid out, or refused, at once. */
export function withdrawalOfTransaction(transaction: Transaction): Withdrawal {
  return { id: transaction.id as string as Id<"pay">, ...fieldsOf(transaction) };
}
