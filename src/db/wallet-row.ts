import { statusAt, type Wallet } from "../domain/wallet.ts";
import type { wallets } from "./schema/index.ts";

/** A person's wallet of its row, as it is at `nowMs`; a system wallet is nobody's to see. */
export function walletOf(row: typeof wallets.$inferSelect, nowMs: number): Wallet {
  if (row.ownerId === null) throw new Error("a system wallet was read as a person's");
  return {
    id: row.id,
    ownerId: row.ownerId,
    currency: row.currency,
    label: row.label,
    status: statusAt(row, nowMs),
    isDefault: row.isDefault,
    balanceMinor: row.balance,
    heldMinor: row.held,
    createdAt: row.createdAt,
  };
}
