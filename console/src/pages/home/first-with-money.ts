import type { Wallet } from "@mahfaza/client";

type Part = Pick<Wallet, "balance">;

/** So many wallets, in their order; when there are more, those that have money come first. */
export function firstWithMoney<W extends Part>(wallets: readonly W[], most: number): readonly W[] {
  if (wallets.length <= most) return wallets;
  const hasMoney = ({ balance }: W) => /[1-9]/.test(balance);
  const chosen = [...wallets.filter(hasMoney), ...wallets.filter((one) => !hasMoney(one))];
  return chosen.slice(0, most);
}
