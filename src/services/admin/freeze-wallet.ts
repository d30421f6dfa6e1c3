import { FREEZE } from "../../db/operator.ts";
import type { Freeze } from "../../domain/freeze.ts";
import type { WalletId } from "../../domain/ids.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { changeUserWallet, type WalletChangeProblem } from "./change-user-wallet.ts";
import type { WatchedWallet } from "./list-user-wallets.ts";

/**
 * Freezes somebody's wallet: no money leaves or enters it until `until`, or until an operator lifts it.
 * It goes through the wallet's queue: payments that were in it before are posted first, none after.
 */
export function freezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason, until }: Freeze,
): Promise<Outcome<WatchedWallet, WalletChangeProblem>> {
  const untilMs = until?.getTime() ?? null;
  return changeUserWallet(ctx, caller, walletId, FREEZE, {
    kind: "freeze_wallet",
    reason,
    untilMs,
  });
}
