import type { TransactionId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { selectTransaction } from "../../ledger/history-reads.ts";
import { type TransactionRow, transactionOf } from "../../ledger/history-rows.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";

/**
 * One transaction on a wallet of the caller. Another user's transaction is refused like an unknown
 * id.
 */
export async function readTransaction(
  ctx: ServiceContext,
  caller: Caller,
  id: TransactionId,
): Promise<Outcome<Transaction, "session_ended" | "transaction_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<TransactionRow>(selectTransaction(caller.userId, id)),
  ]);
  if (!read.ok) return read;
  const row = read.value[0].rows[0];
  return row ? done(transactionOf(row)) : refuse("transaction_not_found");
}
