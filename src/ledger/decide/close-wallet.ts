// Decides the closing of one wallet from locked rows: whether it may close, and which wallet becomes
// the default of its currency. It has no I/O and no clock.
import type { WalletId } from "../../domain/ids.ts";
import type { ClosingRefusal } from "../../domain/wallet-command.ts";
import type { LockedWallet } from "../case.ts";
import { payeeFailure } from "./wallet-failures.ts";

/** A locked wallet of the actor; the list is in the order of ids, so the oldest is the first. */
export interface ClosableWallet extends LockedWallet {
  readonly isDefault: boolean;
}

export interface Closing {
  readonly walletId: WalletId;
  readonly sweepToWalletId: WalletId | null;
  /** The wallet, the target of the sweep, and all open wallets of the currency. */
  readonly wallets: readonly ClosableWallet[];
  /** The actor's open wallets in all currencies. */
  readonly openWallets: number;
  /** Whether a provider can still credit a deposit to the wallet. */
  readonly hasPendingDeposit: boolean;
  readonly lacksStepUp: boolean;
}

export type ClosingDecision =
  | {
      readonly kind: "close";
      /** The wallets of the transfer that empties the closed one; null: it is empty. */
      readonly sweep: { readonly from: ClosableWallet; readonly to: ClosableWallet } | null;
      /** The wallet that becomes the default of the currency; null: the default stays, or none is open. */
      readonly nextDefaultId: WalletId | null;
    }
  | { readonly kind: "refused"; readonly code: ClosingRefusal; readonly walletId?: WalletId };

/** Decides the closing; see CLOSING_REFUSALS for the order of the refusals. */
export function decideClosing(closing: Closing): ClosingDecision {
  const { walletId, sweepToWalletId, wallets } = closing;
  const wallet = wallets.find(({ id }) => id === walletId);
  if (!wallet) return { kind: "refused", code: "wallet_not_found", walletId };
  const code = ownRefusal(wallet, closing);
  if (code) return { kind: "refused", code, walletId };
  const target = wallets.find(({ id }) => id === sweepToWalletId);
  if (sweepToWalletId) {
    const targetCode = target ? targetRefusal(wallet, target) : "wallet_not_found";
    if (targetCode) return { kind: "refused", code: targetCode, walletId: sweepToWalletId };
  }
  const sweep = target && wallet.balanceMinor > 0n ? { from: wallet, to: target } : null;
  return { kind: "close", sweep, nextDefaultId: wallet.isDefault ? nextDefault(closing) : null };
}

/** Why the wallet itself cannot close; null if it can. */
function ownRefusal(
  wallet: ClosableWallet,
  { lacksStepUp, openWallets, hasPendingDeposit, sweepToWalletId }: Closing,
): ClosingRefusal | null {
  // As for the deletion of the account: closing cannot be undone by its owner.
  if (lacksStepUp) return "step_up_required";
  if (wallet.status === "closed") return "wallet_closed";
  // In every scope: the operator who froze the wallet decides what becomes of it.
  if (wallet.status === "frozen") return "wallet_frozen";
  if (wallet.heldMinor > 0n) return "holds_open";
  if (hasPendingDeposit) return "deposit_pending";
  if (openWallets <= 1) return "last_wallet";
  return wallet.balanceMinor > 0n && sweepToWalletId === null ? "balance_not_zero" : null;
}

/** Why the other wallet cannot receive the balance; null if it can. */
function targetRefusal(wallet: ClosableWallet, target: ClosableWallet): ClosingRefusal | null {
  if (target.id === wallet.id) return "same_wallet";
  return payeeFailure(target, { amountMinor: wallet.balanceMinor, currency: wallet.currency });
}

/** The oldest open wallet of the currency: the one that its owner has used longest. */
function nextDefault({ walletId, wallets }: Closing): WalletId | null {
  const { currency } = wallets.find(({ id }) => id === walletId) ?? {};
  const next = wallets.find(
    (other) => other.id !== walletId && other.currency === currency && other.status !== "closed",
  );
  return next?.id ?? null;
}
