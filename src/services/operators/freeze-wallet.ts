import { eq } from "drizzle-orm";
import { FREEZE, type OperatorAct, UNFREEZE } from "../../db/operator.ts";
import { wallets } from "../../db/schema/index.ts";
import type {
  FreezeWalletCommand,
  UnfreezeWalletCommand,
  WalletChangeRefusal,
} from "../../domain/command.ts";
import type { Freeze, UnfreezeReason } from "../../domain/freeze.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import { notPosted } from "../commands/route-command.ts";
import type { ServiceContext } from "../context.ts";
import { actAsOperator, recordRoleRefused } from "./acts/act-as-operator.ts";
import { type WatchedWallet, watchedWalletOf } from "./list-user-wallets.ts";

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

/** Lifts the freeze of somebody's wallet before its time, through the wallet's queue. */
export function unfreezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason }: { readonly reason: UnfreezeReason },
): Promise<Outcome<WatchedWallet, WalletChangeProblem>> {
  return changeUserWallet(ctx, caller, walletId, UNFREEZE, { kind: "unfreeze_wallet", reason });
}

export type WalletChangeProblem = WalletChangeRefusal | "service_busy" | "outcome_unknown";

type Change =
  | Pick<FreezeWalletCommand, "kind" | "reason" | "untilMs">
  | Pick<UnfreezeWalletCommand, "kind" | "reason">;

/**
 * Sends an operator's change of a wallet through the wallet's object; answers the wallet as it is then.
 * The first look keeps objects from being made for wallets that are not there; the ledger decides.
 */
export async function changeUserWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  act: OperatorAct,
  change: Change,
): Promise<Outcome<WatchedWallet, WalletChangeProblem>> {
  const readWallet = () => ctx.db.select().from(wallets).where(eq(wallets.id, walletId));
  const seen = await actAsOperator(ctx, caller, act, () => [readWallet()]);
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
  const [changed] = await readWallet();
  return done(watchedWalletOf(changed ?? row, ctx.nowMs()));
}
