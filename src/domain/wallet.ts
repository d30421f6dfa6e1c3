import type { UserId, WalletId } from "./ids.ts";

export const WALLET_STATUSES = ["active", "frozen", "closed"] as const;
export type WalletStatus = (typeof WALLET_STATUSES)[number];

/** A wallet as its owner sees it. */
export interface Wallet {
  readonly id: WalletId;
  readonly ownerId: UserId;
  readonly currency: string;
  readonly label: string | null;
  readonly status: WalletStatus;
  readonly isDefault: boolean;
  readonly balanceMinor: bigint;
  readonly heldMinor: bigint;
  readonly createdAt: Date;
}

/** What can be spent: the balance less what is held. The only place that says so. */
export function availableMinor(wallet: { balanceMinor: bigint; heldMinor: bigint }): bigint {
  return wallet.balanceMinor - wallet.heldMinor;
}
