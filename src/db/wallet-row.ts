import { statusAt, type Wallet } from "../domain/wallet.ts";
import type { wallets } from "./schema/index.ts";

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
    label: row.label,
    status,
    freezeScope: status === "frozen" ? (row.freezeScope ?? "both") : null,
    isDefault: row.isDefault,
    balanceMinor: row.balance,
    heldMinor: row.held,
    createdAt: row.createdAt,
  };
}
