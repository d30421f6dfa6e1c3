import type { HistoryEntry } from "../../domain/history.ts";
import type { WalletId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/page.ts";
import { selectEntries } from "../../ledger/history-reads.ts";
import { type HistoryEntryRow, historyEntryOf } from "../../ledger/history-rows.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { refuseWallet, selectOwner } from "../wallets/ownership/refuse-wallet.ts";

/** The entries of one of the caller's wallets, last committed first. */
export async function listEntries(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  page: PageRequest<bigint>,
): Promise<Outcome<Page<HistoryEntry, bigint>, "session_ended" | "wallet_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<HistoryEntryRow>(selectEntries(caller.userId, walletId, page)),
    selectOwner(db, walletId),
  ]);
  if (!read.ok) return read;
  const [found, [wallet]] = read.value;
  if (wallet?.ownerId !== caller.userId) return refuseWallet(ctx, caller, walletId, wallet);
  return done(pageOf(found.rows.map(historyEntryOf), page, ({ seq }) => seq));
}
