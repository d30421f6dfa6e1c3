import type { TransactionId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { selectTransaction } from "../../ledger/history-reads.ts";
import { type SeenTransactionRow, seenTransactionOf } from "../../ledger/history-rows.ts";
import {
  type Refunds,
  type RefundsRow,
  refundsOf,
  selectRefunds,
} from "../../ledger/refund-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";

export interface ReadTransaction {
  readonly transaction: Transaction;
  /** Null if it cannot be given back. */
  readonly refunds: Refunds | null;
}

/**
 * One transaction on a wallet of the caller, and what was given back of it. Another user's
 * transaction is refused like an unknown id.
 */
export async function readTransaction(
  ctx: ServiceContext,
  caller: Caller,
  id: TransactionId,
): Promise<Outcome<ReadTransaction, "session_ended" | "transaction_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<SeenTransactionRow>(selectTransaction(caller.userId, id)),
    db.execute<RefundsRow>(selectRefunds(caller.userId, id)),
  ]);
  if (!read.ok) return read;
  const [transactions, { rows: given }] = read.value;
  const [row] = transactions.rows;
  if (!row) return refuse("transaction_not_found");
  const refunds = given[0] ? refundsOf(given[0]) : null;
  return done({ transaction: seenTransactionOf(row), refunds });
}
