import { type Page, type PageRequest, pageOf, type StatementEntry } from "../../domain/history.ts";
import type { WalletId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type StatementEntryRow, statementEntryOf } from "../../ledger/statement-rows.ts";
import { selectEntries } from "../../ledger/statements.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { readAs } from "../sessions/read-as.ts";
import { refuseWallet, selectOwner } from "./refuse-wallet.ts";

/** The statement of one of the caller's wallets, the last entry first. */
export async function listEntries(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  page: PageRequest<bigint>,
): Promise<Outcome<Page<StatementEntry, bigint>, "session_ended" | "wallet_not_found">> {
  const read = await readAs(ctx, caller, (db) => [
    db.execute<StatementEntryRow>(selectEntries(caller.userId, walletId, page)),
    selectOwner(db, walletId),
  ]);
  if (!read.ok) return read;
  const [found, [wallet]] = read.value;
  if (wallet?.ownerId !== caller.userId) return refuseWallet(ctx, caller, walletId, wallet);
  return done(pageOf(found.rows.map(statementEntryOf), page.limit, ({ seq }) => seq));
}
