import type { MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import { newId } from "../../domain/ids.ts";
import { routeCommand } from "../commands/route-command.ts";
import { moneyCommand, submitMoney } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { handOverSoon } from "./hand-over-payouts.ts";

export interface NewWithdrawal {
  /** Positive, in minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** One of the caller's wallets. */
  readonly from: WalletAddress;
  readonly idempotencyKey: string | null;
  readonly isDryRun: boolean;
}

/**
 * Holds the money of a withdrawal, which the provider is then asked to pay out. The recorded
 * transaction is a HOLD with the withdrawal as its link. Refusals: domain/refusal.ts.
 */
export async function withdraw(
  ctx: ServiceContext,
  caller: Caller,
  request: NewWithdrawal,
): Promise<MoneyOutcome> {
  const fundingId = newId("pay", ctx.nowMs());
  const links = { fundingId };
  // Without the links: a repeated request would have another fingerprint.
  const command = moneyCommand(ctx, caller, { ...request, type: "HOLD", to: null, note: null });
  const walletId = await routeCommand(ctx, caller, request.from, request.currency);
  // Every user has a wallet from registration on, so the user of this token was deleted.
  if (walletId === null) return { kind: "refused", code: "session_ended" };
  const outcome = await submitMoney(ctx, { ...command, links }, walletId);
  const isNew = outcome.kind === "recorded" && !outcome.isReplay;
  if (isNew && !outcome.transaction.failureCode) handOverSoon(ctx, fundingId);
  return outcome;
}
