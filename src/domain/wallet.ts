import type { CurrencyCode } from "./currency.ts";
import type { UserId, WalletId } from "./ids.ts";

export const WALLET_STATUSES = ["active", "frozen", "closed"] as const;
export type WalletStatus = (typeof WALLET_STATUSES)[number];

/**
 * A status as it counts at `nowMs`: a freeze that has run out is none, however late the job is that
 * lifts it. The ledger says the same in SQL, under the wallet's lock.
 */
export function statusAt(
  { status, frozenUntil }: { readonly status: WalletStatus; readonly frozenUntil: Date | null },
  nowMs: number,
): WalletStatus {
  return status === "frozen" && frozenUntil && frozenUntil.getTime() <= nowMs ? "active" : status;
}

/** A wallet as its owner sees it. */
export interface Wallet {
  readonly id: WalletId;
  readonly ownerId: UserId;
  readonly currency: CurrencyCode;
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
