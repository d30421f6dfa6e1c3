// Ends the holds of a wallet whose time has passed, in a transaction of its own: for the wallet
// object's alarm and the minute job. It is decided as in every batch that touches the wallet.
import { type SQL, sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import { unixMsTextOf } from "../db/instant.ts";
import type { ReleaseExpiredHoldsCommand, ReleaseExpiredHoldsOutcome } from "../domain/command.ts";
import type { WalletId } from "../domain/ids.ts";
import { msOfText, unixMs } from "../domain/instant.ts";
import type { LockedWallet } from "./case.ts";
import { decide } from "./decide/decide.ts";
import { readLockedRows, writeLockedRows } from "./locked-rows.ts";
import { type LockedWalletRow, lockedWalletColumns, lockedWalletOf } from "./locked-wallet-row.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";

/**
 * Ends the expired holds of a wallet, and answers when the next one expires. Repeating it is
 * harmless. `committing` is called before COMMIT.
 */
export function releaseExpiredHolds(
  db: SocketDatabase,
  { walletId }: ReleaseExpiredHoldsCommand,
  committing: () => void,
): Promise<ReleaseExpiredHoldsOutcome> {
  return db.transaction(async (tx): Promise<ReleaseExpiredHoldsOutcome> => {
    const wallets = await lockWallets(tx, walletId);
    if (!wallets.has(walletId)) return { kind: "released", holds: 0, nextMs: null };
    // Without held money nothing is read, and the time does not matter.
    const locks = await readLockedRows(tx, [], { wallets, nowMs: unixMs(0) });
    const decision = decide([], locks);
    await writeLockedRows(tx, decision, locks.nowMs);
    for (const wallet of decision.wallets) await tx.execute(writeWallet(wallet));
    const nextMs = await nextExpiry(tx, walletId);
    committing();
    return { kind: "released", holds: decision.holds.length, nextMs };
  });
}

/** Locks the wallet and the one that counts for it, in id order. */
async function lockWallets(
  tx: LedgerTransaction,
  id: WalletId,
): Promise<Map<WalletId, LockedWallet>> {
  const { rows } = await tx.execute<LockedWalletRow>(sql`
    SELECT ${lockedWalletColumns} FROM wallets w
    WHERE w.owner_id IS NOT NULL
      AND w.id IN (SELECT unnest(ARRAY[n.id, n.limits_wallet_id]) FROM wallets n WHERE n.id = ${id})
    ORDER BY w.id FOR NO KEY UPDATE OF w`);
  return new Map(rows.map((row) => [row.id, lockedWalletOf(row)]));
}

/** What an expiry changes: the held amount, and the sums that it gives back. */
function writeWallet({ id, heldMinor, person }: LockedWallet): SQL {
  const sum = (minor: bigint | undefined) => minor?.toString() ?? null;
  return sql`UPDATE wallets SET held = ${heldMinor.toString()},
      out_day_sum = coalesce(${sum(person?.usage.out.daySum)}::bigint, out_day_sum),
      out_month_sum = coalesce(${sum(person?.usage.out.monthSum)}::bigint, out_month_sum)
    WHERE id = ${id}`;
}

async function nextExpiry(tx: LedgerTransaction, id: WalletId) {
  const { rows } = await tx.execute<{ next_ms: string | null }>(sql`
    SELECT ${unixMsTextOf(sql`min(expires_at)`)} AS next_ms FROM holds
    WHERE from_wallet_id = ${id} AND state = 'open'`);
  const next = rows[0]?.next_ms ?? null;
  return next === null ? null : msOfText(next);
}
