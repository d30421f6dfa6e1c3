import type { Wallet } from "@mahfaza/client";

type Part = Pick<Wallet, "currency" | "market" | "is_default" | "status">;

const moneyOf = ({ currency, market }: Part) => `${currency} ${market ?? ""}`;

/**
 * The wallets in the order in which they are shown: a currency's wallets together, its default first,
 * the currencies in the order in which the person opened them. Closed ones are left to the end.
 */
export function orderWallets<W extends Part>(
  wallets: readonly W[],
): { readonly open: readonly W[]; readonly closed: readonly W[] } {
  const open = wallets.filter(({ status }) => status !== "closed");
  const moneys = [...new Set(open.map(moneyOf))];
  const rank = (wallet: W) => moneys.indexOf(moneyOf(wallet)) * 2 + (wallet.is_default ? 0 : 1);
  return {
    open: [...open].sort((one, other) => rank(one) - rank(other)),
    closed: wallets.filter(({ status }) => status === "closed"),
  };
}

/** The wallet that a page shows first: the default of the first currency. */
export function firstWallet<W extends Part>(wallets: readonly W[]): W | null {
  return orderWallets(wallets).open[0] ?? null;
}
