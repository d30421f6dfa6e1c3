import type { HoldFilter, SeenHold } from "../../domain/hold.ts";
import type { HoldId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/page.ts";
import { type ReadHoldRow, readHoldOf, selectHolds } from "../../ledger/hold-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { refuseWallet, selectOwner } from "../wallets/ownership/refuse-wallet.ts";

/**
 * The holds that the caller placed or can capture, the last first. A wallet in the filter must be
 * the caller's own.
 */
export async function listHolds(
  ctx: ServiceContext,
  caller: Caller,
  filter: HoldFilter,
  page: PageRequest<HoldId>,
): Promise<Outcome<Page<SeenHold, HoldId>, "session_ended" | "wallet_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<ReadHoldRow>(selectHolds(caller.userId, filter, page)),
  ]);
  if (!read.ok) return read;
  const { rows } = read.value[0];
  // Another user's wallet gives an empty page, so ownership is checked only for an empty page.
  if (filter.walletId && rows.length === 0) {
    const [wallet] = await selectOwner(ctx.db, filter.walletId);
    if (wallet?.ownerId !== caller.userId) {
      return refuseWallet(ctx, caller, filter.walletId, wallet);
    }
  }
  return done(pageOf(rows.map(readHoldOf), page, ({ id }) => id));
}
