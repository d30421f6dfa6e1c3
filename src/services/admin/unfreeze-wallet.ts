import { UNFREEZE } from "../../db/operator.ts";
import type { UnfreezeReason } from "../../domain/freeze.ts";
import type { WalletId } from "../../domain/ids.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { changeUserWallet, type WalletChangeProblem } from "./change-user-wallet.ts";
import type { WatchedWallet } from "./list-user-wallets.ts";

/** Lifts the freeze of somebody's wallet before its time, through the wallet's queue. */
export function unfreezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason }: { readonly reason: UnfreezeReason },
): Promise<Outcome<WatchedWallet, WalletChangeProblem>> {
  return changeUserWallet(ctx, caller, walletId, UNFREEZE, { kind: "unfreeze_wallet", reason });
}
