import { eq } from "drizzle-orm";
import type { OperatorAct } from "../../../db/operator.ts";
import { wallets } from "../../../db/schema/index.ts";
import { walletColumns } from "../../../db/wallet-row.ts";
import type {
  FreezeWalletCommand,
  UnfreezeWalletCommand,
  WalletChangeRefusal,
} from "../../../domain/command.ts";
import { newId, type WalletId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import { afterEffect } from "../../../domain/statement-effect.ts";
import type { ReopenWalletCommand } from "../../../domain/wallet-command.ts";
import { notPosted } from "../../commands/route-command.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { actAsOperator, recordRoleRefused } from "./act-as-operator.ts";
import { type OperatorWalletView, operatorWalletView } from "./operator-wallet-view.ts";

export type WalletChangeProblem = WalletChangeRefusal | "service_busy" | "outcome_unknown";

type Change =
  | Pick<FreezeWalletCommand, "kind" | "reason" | "scope" | "untilMs">
  | Pick<UnfreezeWalletCommand, "kind" | "reason">
  | Pick<ReopenWalletCommand, "kind" | "reason">;

/**
 * Sends an operator's change of a wallet through the wallet's object; returns the changed wallet.
 * The wallet is read first, so that no object is made for a wallet id that does not exist; the
 * ledger decides under lock.
 */
export async function changeUserWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  act: OperatorAct,
  change: Change,
): Promise<Outcome<OperatorWalletView, WalletChangeProblem>> {
  const readWallet = () =>
    ctx.db.select(walletColumns).from(wallets).where(eq(wallets.id, walletId));
  const seen = await actAsOperator(ctx, caller, act, { ownerOf: walletId }, () => [readWallet()]);
  if (!seen.ok) return seen;
  const [[row]] = seen.value;
  if (!row?.ownerId) return refuse("wallet_not_found");
  const createdAtMs = ctx.nowMs();
  const outcome = await ctx.wallets.submit(walletId, {
    ...change,
    actorId: caller.userId,
    sessionId: caller.sessionId,
    walletId,
    eventId: newId("aud", createdAtMs),
    createdAtMs,
  });
  if (outcome.kind === "refused") {
    if (outcome.code === "role_required") await recordRoleRefused(ctx, caller, act);
    return refuse(outcome.code);
  }
  if (outcome.kind !== "changed") return notPosted(outcome);
  const [changed] = await afterEffect(readWallet());
  return done(operatorWalletView(changed ?? row, ctx.nowMs()));
}
