import { eq } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import { walletColumns, walletOf } from "../../db/wallet-row.ts";
import { DEFAULT_CURRENCY } from "../../domain/currency.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { afterEffect } from "../../domain/statement-effect.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { OWN_CHANGE_REFUSALS } from "../../domain/wallet-command.ts";
import { notPosted, routeCommand } from "../commands/route-command.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { refuseWallet } from "./ownership/refuse-wallet.ts";

export interface WalletChange {
  /** Null removes the label; undefined leaves it unchanged. */
  readonly label?: string | null | undefined;
  readonly isDefault?: true | undefined;
}

export type WalletChangeRefusal =
  | (typeof OWN_CHANGE_REFUSALS)[number]
  | "service_busy"
  | "outcome_unknown";

/**
 * Changes the label of a wallet of the caller, or makes it the default of its currency, through the
 * wallet's queue. Values that it has already change nothing. Refuses with session_ended,
 * account_suspended, wallet_not_found, wallet_closed, and too_many_attempts (and the delay).
 */
export async function changeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { label, isDefault }: WalletChange,
): Promise<Outcome<Wallet, WalletChangeRefusal>> {
  const route = await routeCommand(ctx, caller, { by: "id", walletId }, DEFAULT_CURRENCY);
  if (route === null) return refuse("session_ended");
  const createdAtMs = ctx.nowMs();
  const outcome = await ctx.wallets.submit(route, {
    kind: "change_wallet",
    actorId: caller.userId,
    sessionId: caller.sessionId,
    walletId,
    ...(label !== undefined && { label }),
    isDefault: isDefault === true,
    eventId: newId("aud", createdAtMs),
    createdAtMs,
  });
  if (outcome.kind !== "changed" && outcome.kind !== "refused") return notPosted(outcome);
  const select = ctx.db.select(walletColumns).from(wallets).where(eq(wallets.id, walletId));
  if (outcome.kind === "refused") {
    if (outcome.code !== "wallet_not_found") return { ...outcome, ok: false };
    const [found] = await select;
    return refuseWallet(ctx, caller, walletId, found);
  }
  const [wallet] = await afterEffect(select);
  if (!wallet) throw new Error(`the changed wallet ${walletId} was not found`);
  return done(walletOf(wallet, ctx.nowMs()));
}
