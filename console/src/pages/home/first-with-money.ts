import type { Wallet } from "@mahfaza/client";
import { isZero } from "../../pay/amount-sign.ts";

type Part = Pick<Wallet, "balance">;

/** At most `most` wallets, in their order; if some do not fit, those with money come first. */
export function firstWithMoney<W extends Part>(wallets: readonly W[], most: number): readonly W[] {
  if (wallets.length <= most) return wallets;
  const hasMoney = ({ balance }: W) => !isZero(balance);
  const chosen = [...wallets.filter(hasMoney), ...wallets.filter((one) => !hasMoney(one))];
  return chosen.slice(0, most);
}
