import type { Wallet } from "@mahfaza/client";
import { isNegative, isZero } from "./amount-sign.ts";

/** Whether money can leave a wallet. */
export function canPay({ status, freeze_scope }: Wallet): boolean {
  return status === "active" || (status === "frozen" && freeze_scope === "credits");
}

/** Whether money can enter a wallet. */
export function canReceive({ status, freeze_scope }: Wallet): boolean {
  return status === "active" || (status === "frozen" && freeze_scope === "debits");
}

/** Whether an amount in one wallet is the same money in the other: a rial has a market. */
export function isSameMoney(one: Wallet, other: Wallet): boolean {
  return one.currency === other.currency && one.market === other.market;
}

/**
 * The wallet that a form begins with: the named one, else the default of the wished currency, else
 * the default in rials if it has money, else the first one with money.
 */
export function firstWallet(
  wallets: readonly Wallet[],
  wish: { readonly id?: string | null; readonly currency?: string | null },
): Wallet | null {
  const inCurrency = (currency: string) =>
    wallets.find((wallet) => wallet.currency === currency && wallet.is_default) ??
    wallets.find((wallet) => wallet.currency === currency);
  const named = wallets.find(({ id }) => id === wish.id);
  const wished = wish.currency ? inCurrency(wish.currency) : undefined;
  const rial = inCurrency("YEM");
  const hasMoney = ({ available }: Wallet) => !isZero(available) && !isNegative(available);
  const home = rial && hasMoney(rial) ? rial : undefined;
  return named ?? wished ?? home ?? wallets.find(hasMoney) ?? rial ?? wallets[0] ?? null;
}
