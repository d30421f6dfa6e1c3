import type { CurrencyCode } from "./currency.ts";
import type { HoldId, WalletId } from "./ids.ts";

/**
 * The states of a hold; all but the first are final. A hold whose time has passed counts as expired
 * although its row is still open (see stateAt).
 */
export const HOLD_STATES = ["open", "captured", "voided", "expired"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

/** What money is reserved for: a payment that the payee captures, or a withdrawal by a provider. */
export const HOLD_PURPOSES = ["payment", "withdrawal"] as const;
export type HoldPurpose = (typeof HOLD_PURPOSES)[number];

/** Money of a wallet that is reserved. Amounts in minor units of `currency`. */
export interface Hold {
  readonly id: HoldId;
  readonly purpose: HoldPurpose;
  readonly fromWalletId: WalletId;
  /** The payee's wallet; null for a withdrawal. */
  readonly toWalletId: WalletId | null;
  readonly currency: CurrencyCode;
  /** The total that may be captured. */
  readonly amountMinor: bigint;
  /** What was captured until now. */
  readonly capturedMinor: bigint;
  readonly state: HoldState;
  /** Whether the payer may void it, too. */
  readonly isPayerVoidable: boolean;
}

/** What an open hold still reserves; nothing in a final state. */
export function reservedMinor({ state, amountMinor, capturedMinor }: Hold): bigint {
  return state === "open" ? amountMinor - capturedMinor : 0n;
}
