import type { CurrencyCode } from "./currency.ts";
import type { FreezeScope } from "./freeze.ts";
import type { UserId, WalletId } from "./ids.ts";
import { msOfDate } from "./instant.ts";
import type { Market } from "./market.ts";

/**
 * What a system wallet is the other side of: deposits, withdrawals, adjustments by hand, losses,
 * exchanges, or the fees of exchanges. The rial of Sana'a has liquidity and fees of its own.
 */
export const SYSTEM_PURPOSES = [
  "cash_in",
  "cash_out",
  "adjustment",
  "loss",
  "liquidity",
  "liquidity_sanaa",
  "exchange_fees",
  "exchange_fees_sanaa",
] as const;
export type SystemPurpose = (typeof SYSTEM_PURPOSES)[number];

export const WALLET_STATUSES = ["active", "frozen", "closed"] as const;
export type WalletStatus = (typeof WALLET_STATUSES)[number];

/**
 * The effective status at `nowMs`: a wallet whose freeze has ended is active, even before the job
 * resets its row. The ledger has the same rule in SQL (STATUS_NOW).
 */
export function statusAt(
  { status, frozenUntil }: { readonly status: WalletStatus; readonly frozenUntil: Date | null },
  nowMs: number,
): WalletStatus {
  return status === "frozen" && frozenUntil && msOfDate(frozenUntil) <= nowMs ? "active" : status;
}

/** The owner's view of a wallet. */
export interface Wallet {
  readonly id: WalletId;
  readonly ownerId: UserId;
  readonly currency: CurrencyCode;
  /** Whose rial a wallet in YEM holds; null for other currencies. */
  readonly market: Market | null;
  readonly label: string | null;
  readonly status: WalletStatus;
  /** What the freeze of a frozen wallet stops; null: it is not frozen. */
  readonly freezeScope: FreezeScope | null;
  readonly isDefault: boolean;
  readonly balanceMinor: bigint;
  readonly heldMinor: bigint;
  readonly createdAt: Date;
}

/** The available balance: the balance less the held amount. */
export function availableMinor(wallet: { balanceMinor: bigint; heldMinor: bigint }): bigint {
  return wallet.balanceMinor - wallet.heldMinor;
}
