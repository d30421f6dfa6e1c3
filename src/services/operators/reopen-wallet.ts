import { REOPEN } from "../../db/operator.ts";
import type { WalletId } from "../../domain/ids.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { ReopenReason } from "../../domain/wallet-command.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeUserWallet, type WalletChangeProblem } from "./acts/change-user-wallet.ts";
import type { OperatorWalletView } from "./acts/operator-wallet-view.ts";

/**
 * Opens a closed wallet of a user again, through the wallet's queue. It becomes the default of its
 * currency if there is none. Refuses as a freeze does, and with wallet_not_closed,
 * wallet_limit_reached, and wallet_closed for the wallet of a deleted account.
 */
export function reopenWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason }: { readonly reason: ReopenReason },
): Promise<Outcome<OperatorWalletView, WalletChangeProblem>> {
  return changeUserWallet(ctx, caller, walletId, REOPEN, { kind: "reopen_wallet", reason });
}
