import type { Wallet } from "@mahfaza/client";

/** The wallets that must be emptied, or be unfrozen, before an account can be deleted. */
export function walletsInTheWay(wallets: readonly Wallet[]): readonly Wallet[] {
  return wallets.filter(({ balance, status }) => /[1-9]/.test(balance) || status === "frozen");
}
