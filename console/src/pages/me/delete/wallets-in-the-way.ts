import type { Wallet } from "@mahfaza/client";
import { isZero } from "../../../pay/amount-sign.ts";

/** The wallets that must be emptied, or be unfrozen, before an account can be deleted. */
export function walletsInTheWay(wallets: readonly Wallet[]): readonly Wallet[] {
  return wallets.filter(({ balance, status }) => !isZero(balance) || status === "frozen");
}
