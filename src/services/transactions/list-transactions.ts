import {
  type Page,
  type PageRequest,
  pageOf,
  type TransactionFilter,
} from "../../domain/history.ts";
import type { TransactionId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { type TransactionRow, transactionOf } from "../../ledger/statement-rows.ts";
import { selectTransactions, walkInOrder } from "../../ledger/statements.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { readAs } from "../sessions/read-as.ts";
import { refuseWallet, selectOwner } from "../wallets/refuse-wallet.ts";

/** The caller's transactions, newest first. A wallet that is named must be the caller's own. */
export async function listTransactions(
  ctx: ServiceContext,
  caller: Caller,
  filter: TransactionFilter,
  page: PageRequest<TransactionId>,
): Promise<Outcome<Page<Transaction, TransactionId>, "session_ended" | "wallet_not_found">> {
  const read = await readAs(ctx, caller, (db) => [
    db.execute(walkInOrder),
    db.execute<TransactionRow>(selectTransactions(caller.userId, filter, page)),
    selectOwner(db, filter.walletId),
  ]);
  if (!read.ok) return read;
  const [, found, [wallet]] = read.value;
  if (filter.walletId && wallet?.ownerId !== caller.userId) {
    return refuseWallet(ctx, caller, filter.walletId, wallet);
  }
  return done(pageOf(found.rows.map(transactionOf), page.limit, ({ id }) => id));
}
