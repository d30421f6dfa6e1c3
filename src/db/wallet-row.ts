import { getTableColumns, sql } from "drizzle-orm";
import { marketOf } from "../domain/market.ts";
import { statusAt, type Wallet } from "../domain/wallet.ts";
import { wallets } from "./schema/index.ts";

/**
 * What a wallet holds now: without the holds that have expired by the database's clock, whether or
 * not a commit has ended them since. A wallet without held money reads no hold. Every read of a
 * balance takes it, so that the available balance is the same everywhere; the ledger ends such holds
 * in the commit that touches the wallet (see decide/expire-holds.ts).
 */
const HELD_NOW = sql`CASE WHEN wallets.held = 0 THEN 0::bigint ELSE wallets.held - coalesce((
  SELECT sum(h.amount - h.captured) FROM holds h
  WHERE h.from_wallet_id = wallets.id AND h.state = 'open' AND h.expires_at <= now()), 0)::bigint END`;

/** The columns that `walletOf` needs. */
export const walletColumns = {
  ...getTableColumns(wallets),
  held: HELD_NOW.mapWith(wallets.held).as("held_now"),
};

/**
 * A wallet from a row, with its effective status at `nowMs`. Throws for a system wallet, which has
 * no owner.
 */
export function walletOf(row: typeof wallets.$inferSelect, nowMs: number): Wallet {
  if (row.ownerId === null) throw new Error("a system wallet was read as a user's wallet");
  const status = statusAt(row, nowMs);
  return {
    id: row.id,
    ownerId: row.ownerId,
    currency: row.currency,
    market: marketOf(row),
    label: row.label,
    status,
    freezeScope: status === "frozen" ? (row.freezeScope ?? "both") : null,
    isDefault: row.isDefault,
    balanceMinor: row.balance,
    heldMinor: row.held,
    createdAt: row.createdAt,
  };
}
