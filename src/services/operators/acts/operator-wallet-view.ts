import type { wallets } from "../../../db/schema/index.ts";
import { walletOf } from "../../../db/wallet-row.ts";
import type { Freeze } from "../../../domain/freeze.ts";
import type { Wallet } from "../../../domain/wallet.ts";

/** A wallet as an operator sees it. */
export interface OperatorWalletView {
  readonly wallet: Wallet;
  readonly freeze: Freeze | null;
}

/**
 * A wallet row as an operator sees it, with its freeze if that has not expired at `nowMs` (Unix
 * ms).
 */
export function operatorWalletView(
  row: typeof wallets.$inferSelect,
  nowMs: number,
): OperatorWalletView {
  const wallet = walletOf(row, nowMs);
  const { freezeReason: reason, frozenUntil: until } = row;
  const { freezeScope: scope } = wallet;
  return { wallet, freeze: scope && reason ? { reason, scope, until } : null };
}
