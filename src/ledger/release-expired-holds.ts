// Ends the holds of a wallet whose time has passed, in a transaction of its own: for the wallet
// object's alarm and the minute job. It is decided as in every batch that touches the wallet.
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import type { ReleaseExpiredHoldsCommand, ReleaseExpiredHoldsOutcome } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { msOfText, unixMs } from "../domain/instant.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type { LockedWallet } from "./case.ts";
import { decide } from "./decide/decide.ts";
import { readLockedRows, writeLockedRows } from "./locked-rows.ts";
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
    const wallet = await lockWallet(tx, walletId);
    if (!wallet) return { kind: "released", holds: 0, nextMs: null };
    const locked = new Map([[wallet.id, wallet]]);
    // Without held money nothing is read, and the time does not matter.
    const locks = await readLockedRows(tx, [], locked, unixMs(0));
    const decision = decide([], locks);
    await writeLockedRows(tx, decision, locks.nowMs);
    for (const { heldMinor } of decision.wallets) {
      await tx.execute(
        sql`UPDATE wallets SET held = ${heldMinor.toString()} WHERE id = ${walletId}`,
      );
    }
    const nextMs = await nextExpiry(tx, walletId);
    committing();
    return { kind: "released", holds: decision.holds.length, nextMs };
  });
}

interface WalletRow extends Record<string, unknown> {
  readonly owner_id: UserId;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  readonly balance: string;
  readonly held: string;
  readonly seq: string;
}

async function lockWallet(tx: LedgerTransaction, id: WalletId): Promise<LockedWallet | null> {
  const { rows } = await tx.execute<WalletRow>(sql`
    SELECT owner_id, currency, status, balance::text, held::text, seq::text FROM wallets
    WHERE id = ${id} AND owner_id IS NOT NULL FOR NO KEY UPDATE`);
  const [row] = rows;
  return row
    ? {
        id,
        ownerId: row.owner_id,
        currency: row.currency,
        status: row.status,
        balanceMinor: BigInt(row.balance),
        heldMinor: BigInt(row.held),
        seq: BigInt(row.seq),
      }
    : null;
}

async function nextExpiry(tx: LedgerTransaction, id: WalletId) {
  const { rows } = await tx.execute<{ next_ms: string | null }>(sql`
    SELECT floor(extract(epoch FROM min(expires_at)) * 1000)::bigint::text AS next_ms FROM holds
    WHERE from_wallet_id = ${id} AND state = 'open'`);
  const next = rows[0]?.next_ms ?? null;
  return next === null ? null : msOfText(next);
}
