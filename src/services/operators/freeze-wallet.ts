import { FREEZE, UNFREEZE } from "../../db/operator.ts";
import type { Freeze, UnfreezeReason } from "../../domain/freeze.ts";
import type { WalletId } from "../../domain/ids.ts";
import { msOfDate } from "../../domain/instant.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeUserWallet, type WalletChangeProblem } from "./acts/change-user-wallet.ts";
import type { OperatorWalletView } from "./acts/operator-wallet-view.ts";

/**
 * Freezes a user's wallet: no money leaves it, enters it, or both, as `scope` says, until `until`,
 * or until an operator lifts the freeze. A freeze of a frozen wallet must be stronger than the one
 * it replaces: it becomes a legal order, stops more, or ends later, and is weaker in nothing
 * (`wallet_frozen` otherwise). The command goes through the wallet's queue: payments queued before
 * it are posted first, later ones refused.
 */
export function freezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason, scope, until }: Freeze,
): Promise<Outcome<OperatorWalletView, WalletChangeProblem>> {
  const untilMs = until && msOfDate(until);
  return changeUserWallet(ctx, caller, walletId, FREEZE, {
    kind: "freeze_wallet",
    reason,
    scope,
    untilMs,
  });
}

/** Lifts the freeze of a user's wallet before it expires, through the wallet's queue. */
export function unfreezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason }: { readonly reason: UnfreezeReason },
): Promise<Outcome<OperatorWalletView, WalletChangeProblem>> {
  return changeUserWallet(ctx, caller, walletId, UNFREEZE, { kind: "unfreeze_wallet", reason });
}
