// An operator's reopening of a closed wallet.
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import { REOPEN } from "../db/operator.ts";
import { WALLETS_PER_USER_MAX } from "../domain/bounds.ts";
import type { WalletChangeOutcome, WalletChangeRefusal } from "../domain/command.ts";
import type { ReopenWalletCommand } from "../domain/wallet-command.ts";
import { changeAsOperator, type WalletRow } from "./change-as-operator.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";

interface OwnerRow extends Record<string, unknown> {
  readonly is_deleted: boolean;
  readonly open_wallets: number;
}

/**
 * Opens a closed wallet again. It becomes the default of its currency if there is none. The wallet
 * of a deleted account stays closed, and WALLETS_PER_USER_MAX holds. `committing` is called before
 * COMMIT.
 */
export function reopenWallet(
  db: SocketDatabase,
  command: ReopenWalletCommand,
  committing: () => void,
): Promise<WalletChangeOutcome> {
  return changeAsOperator(db, command, REOPEN, {
    committing,
    values: sql`status = 'active', is_default = NOT EXISTS (SELECT FROM wallets d
      WHERE d.owner_id = wallets.owner_id AND d.currency = wallets.currency AND d.is_default)`,
    details: { reason: command.reason },
    refusal: reopeningRefusal,
  });
}

/**
 * Why a wallet cannot be reopened; null if it can. The operator's lock is also on the owner's row,
 * so no wallet of the owner is opened meanwhile.
 */
async function reopeningRefusal(
  { status, owner_id: ownerId }: WalletRow,
  tx: LedgerTransaction,
): Promise<WalletChangeRefusal | null> {
  if (status !== "closed") return "wallet_not_closed";
  const { rows } = await tx.execute<OwnerRow>(sql`
    SELECT deleted_at IS NOT NULL AS is_deleted, (SELECT count(*)::int FROM wallets w
      WHERE w.owner_id = u.id AND w.status <> 'closed') AS open_wallets
    FROM users u WHERE u.id = ${ownerId}`);
  if (!rows[0] || rows[0].is_deleted) return "wallet_closed";
  return rows[0].open_wallets < WALLETS_PER_USER_MAX ? null : "wallet_limit_reached";
}
