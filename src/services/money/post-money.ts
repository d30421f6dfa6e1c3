import type { MoneyOutcome } from "../../domain/command.ts";
import { routeCommand } from "../commands/route-command.ts";
import { type MoneyRequest, moneyCommand, submitMoney } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { recipientCounterKey } from "./recipient-counter.ts";

/**
 * Deposits, withdraws, transfers or places a hold: makes one command of the request and sends it through the
 * object of the wallet that it debits (a deposit: credits). The ledger checks session, ownership,
 * recipient and balance under lock. Refusals: domain/refusal.ts.
 */
export async function postMoney(
  ctx: ServiceContext,
  caller: Caller,
  request: MoneyRequest,
): Promise<MoneyOutcome> {
  const hasRecipient = request.type === "TRANSFER" || request.type === "HOLD";
  const counterKey = hasRecipient ? recipientCounterKey(ctx, caller) : null;
  const command = moneyCommand(ctx, caller, request, counterKey);
  const own = request.from ?? request.to ?? { by: "default" };
  const walletId = await routeCommand(ctx, caller, own, request.currency);
  // Every user has a wallet from registration on, so the user of this token was deleted.
  if (walletId === null) return { kind: "refused", code: "session_ended" };
  return submitMoney(ctx, command, walletId);
}
