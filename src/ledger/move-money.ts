// The two entries of a posted command, and the balances after it.
import type { WalletId } from "../domain/ids.ts";
import type { Case, Entry, LockedWallet } from "./case.ts";

/** Updates the balances in `wallets`, and returns two entries that sum to zero. */
export function moveMoney(
  one: Case,
  from: LockedWallet | undefined,
  to: LockedWallet | undefined,
  wallets: Map<WalletId, LockedWallet>,
): Entry[] {
  const { transactionId, currency, amountMinor } = one.command;
  const entryOf = (wallet: LockedWallet | undefined, amount: bigint): Entry => {
    if (!wallet) {
      if (!one.counterWalletId) throw new Error(`no system wallet for ${currency}`);
      const walletId = one.counterWalletId;
      return {
        transactionId,
        walletId,
        currency,
        amountMinor: amount,
        balanceAfterMinor: null,
        seq: null,
      };
    }
    const balanceMinor = wallet.balanceMinor + amount;
    const seq = wallet.seq + 1n;
    wallets.set(wallet.id, { ...wallet, balanceMinor, seq });
    return {
      transactionId,
      walletId: wallet.id,
      currency,
      amountMinor: amount,
      balanceAfterMinor: balanceMinor,
      seq,
    };
  };
  return [entryOf(from, -amountMinor), entryOf(to, amountMinor)];
}
