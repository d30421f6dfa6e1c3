// The wallets that the closing of a wallet is decided on.
import { sql } from "drizzle-orm";
import type { WalletId } from "../domain/ids.ts";
import { msOfText, type UnixMs } from "../domain/instant.ts";
import type { CloseWalletCommand } from "../domain/wallet-command.ts";
import type { LockedRows, LockedWallet } from "./case.ts";
import type { ClosableWallet, Closing } from "./decide/close-wallet.ts";
import { expireHolds } from "./decide/expire-holds.ts";
import { newBatch } from "./decide/working-batch.ts";
import { type LockedWalletRow, lockedWalletColumns, lockedWalletOf } from "./locked-wallet-row.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { databaseMs } from "./sql-fragments.ts";

interface WalletRow extends LockedWalletRow {
  readonly is_default: boolean;
  readonly open_wallets: number;
  readonly has_pending_deposit: boolean;
  readonly now_ms: string;
}

/** What the closing of a wallet is decided on; all wallets are locked. */
interface LockedForClosing
  extends Pick<Closing, "walletId" | "sweepToWalletId" | "openWallets" | "hasPendingDeposit"> {
  readonly locked: ReadonlyMap<WalletId, ClosableWallet>;
  /** The database's time. */
  readonly nowMs: UnixMs;
}

/**
 * Locks the wallet that is to be closed, the target of its sweep, the wallet that counts for them,
 * and all open wallets of its currency, of which one may become the default, in id order. The lock
 * of the actor's row, taken before, keeps the deposits, the number of open wallets and the default
 * as they are.
 */
export async function lockClosable(
  tx: LedgerTransaction,
  { actorId, walletId, sweepToWalletId }: CloseWalletCommand,
): Promise<LockedForClosing> {
  const { rows } = await tx.execute<WalletRow>(sql`
    SELECT ${lockedWalletColumns}, w.is_default, ${databaseMs} AS now_ms,
      (SELECT count(*)::int FROM wallets o
        WHERE o.owner_id = ${actorId} AND o.status <> 'closed') AS open_wallets,
      EXISTS (SELECT FROM funding_intents f
        WHERE f.user_id = ${actorId} AND f.direction = 'deposit' AND f.wallet_id = ${walletId}
          AND f.status = 'pending' AND f.expires_at > statement_timestamp()) AS has_pending_deposit
    FROM wallets w
    WHERE w.owner_id = ${actorId} AND (w.id = ${walletId} OR w.id = ${sweepToWalletId}::uuid
      OR ((w.status <> 'closed' OR w.limits_wallet_id IS NULL)
        AND w.currency = (SELECT currency FROM wallets t WHERE t.id = ${walletId})))
    ORDER BY w.id FOR NO KEY UPDATE OF w`);
  const locked = new Map(rows.map((row) => [row.id, closableOf(row)]));
  const [row] = rows;
  return {
    walletId,
    sweepToWalletId,
    locked,
    openWallets: row?.open_wallets ?? 0,
    hasPendingDeposit: row?.has_pending_deposit ?? false,
    nowMs: msOfText(row?.now_ms ?? "0"),
  };
}

const closableOf = (row: WalletRow): ClosableWallet => ({
  ...lockedWalletOf(row),
  isDefault: row.is_default,
});

/** The wallets as they are once the holds whose time has passed have ended. */
export function withoutExpiredHolds(rows: LockedRows): ReadonlyMap<WalletId, LockedWallet> {
  const batch = newBatch(rows);
  expireHolds(batch);
  return batch.wallets;
}
