import { runCompiledQuery } from "../../db/compiled-query.ts";
import type { TransactionFilter } from "../../domain/history.ts";
import { microsOf, type UnixMicros } from "../../domain/instant.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/page.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { waitForCommits } from "../../ledger/history-reads.ts";
import { seenTransactionOf } from "../../ledger/history-rows.ts";
import { compiledTransactions } from "../../ledger/transaction-pages.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { refuseWallet, selectOwner } from "../wallets/ownership/refuse-wallet.ts";

/**
 * The caller's transactions, last committed first. A wallet in the filter must be the caller's own.
 */
export async function listTransactions(
  ctx: ServiceContext,
  caller: Caller,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): Promise<Outcome<Page<Transaction, UnixMicros>, "session_ended" | "wallet_not_found">> {
  const { toMicros } = filter;
  const read = await readInSession(ctx, caller, (db) => {
    const { query, values } = compiledTransactions(caller.userId, filter, page);
    const rows = runCompiledQuery(db, query, values);
    return toMicros === null ? [rows] : [db.execute(waitForCommits(toMicros)), rows];
  });
  if (!read.ok) return read;
  const answers = read.value;
  const { rows } = answers.length === 1 ? answers[0] : answers[1];
  // Another user's wallet gives an empty page, so ownership is checked only for an empty page.
  if (filter.walletId && rows.length === 0) {
    const [wallet] = await selectOwner(ctx.db, filter.walletId);
    if (wallet?.ownerId !== caller.userId) {
      return refuseWallet(ctx, caller, filter.walletId, wallet);
    }
  }
  return done(pageOf(rows.map(seenTransactionOf), page, ({ postedAt }) => microsOf(postedAt)));
}
