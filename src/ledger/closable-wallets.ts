// The wallets that the closing of a wallet is decided on.
import { sql } from "drizzle-orm";
import { FREEZE_SCOPE_NOW } from "../db/wallet-status.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { FreezeScope } from "../domain/freeze.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { msOfText, type UnixMs } from "../domain/instant.ts";
import type { Market } from "../domain/market.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type { CloseWalletCommand } from "../domain/wallet-command.ts";
import type { LockedRows, LockedWallet } from "./case.ts";
import type { ClosableWallet, Closing } from "./decide/close-wallet.ts";
import { expireHolds } from "./decide/expire-holds.ts";
import { newBatch } from "./decide/working-batch.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { databaseMs, STATUS_NOW } from "./sql-fragments.ts";

interface WalletRow extends Record<string, unknown> {
  readonly id: WalletId;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  readonly freeze_scope: FreezeScope | null;
  readonly market: Market | null;
  readonly is_default: boolean;
  readonly balance: string;
  readonly held: string;
  readonly seq: string;
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
 * Locks the wallet that is to be closed, the target of its sweep, and all open wallets of its
 * currency, of which one may become the default, in id order. The lock of the actor's row, taken before, keeps the deposits, the number of open
 * wallets and the default as they are.
 */
export async function lockClosable(
  tx: LedgerTransaction,
  { actorId, walletId, sweepToWalletId }: CloseWalletCommand,
): Promise<LockedForClosing> {
  const { rows } = await tx.execute<WalletRow>(sql`
    SELECT w.id, w.currency, ${STATUS_NOW} AS status, ${FREEZE_SCOPE_NOW} AS freeze_scope,
      w.market, w.is_default, w.balance::text, w.held::text, w.seq::text, ${databaseMs} AS now_ms,
      (SELECT count(*)::int FROM wallets o
        WHERE o.owner_id = ${actorId} AND o.status <> 'closed') AS open_wallets,
      EXISTS (SELECT FROM funding_intents f
        WHERE f.user_id = ${actorId} AND f.direction = 'deposit' AND f.wallet_id = ${walletId}
          AND f.status = 'pending' AND f.expires_at > statement_timestamp()) AS has_pending_deposit
    FROM wallets w
    WHERE w.owner_id = ${actorId} AND (w.id = ${walletId} OR w.id = ${sweepToWalletId}::uuid
      OR (w.status <> 'closed'
        AND w.currency = (SELECT currency FROM wallets t WHERE t.id = ${walletId})))
    ORDER BY w.id FOR NO KEY UPDATE OF w`);
  const locked = new Map(rows.map((row) => [row.id, walletOf(row, actorId)]));
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

const walletOf = (row: WalletRow, ownerId: UserId): ClosableWallet => ({
  id: row.id,
  ownerId,
  currency: row.currency,
  status: row.status,
  freezeScope: row.freeze_scope,
  market: row.market,
  isDefault: row.is_default,
  balanceMinor: BigInt(row.balance),
  heldMinor: BigInt(row.held),
  seq: BigInt(row.seq),
});

/** The wallets as they are once the holds whose time has passed have ended. */
export function withoutExpiredHolds(rows: LockedRows): ReadonlyMap<WalletId, LockedWallet> {
  const batch = newBatch(rows);
  expireHolds(batch);
  return batch.wallets;
}
