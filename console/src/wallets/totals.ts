import { addMoney, type Wallet } from "@mahfaza/client";

/** The money of several wallets of one currency. The rials of the two markets are two moneys. */
export interface Total {
  readonly currency: string;
  readonly market: Wallet["market"];
  readonly balance: Wallet["balance"];
  readonly count: number;
}

type Part = Pick<Wallet, "currency" | "market" | "balance" | "status">;

/** The total of each currency of which there are two open wallets or more, in the wallets' order. */
export function totalsOf(wallets: readonly Part[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { currency, market, balance, status } of wallets) {
    if (status === "closed") continue;
    const key = `${currency} ${market ?? ""}`;
    const before = totals.get(key);
    const sum = before ? addMoney(before.balance, balance) : balance;
    totals.set(key, { currency, market, balance: sum, count: (before?.count ?? 0) + 1 });
  }
  return [...totals.values()].filter(({ count }) => count > 1);
}
