import type { MoneyOutcome } from "../../domain/command.ts";
import { type MoneyRequest, moneyCommand } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { recipientCounterKey } from "./recipient-counter.ts";
import { sendCommand } from "./send-command.ts";

/**
 * Deposits, withdraws, transfers or places a hold: makes one command of the request and sends it
 * through the object of the wallet that it debits (a deposit: credits). The ledger checks session, ownership,
 * recipient and balance under lock. Refusals: domain/refusal.ts.
 */
export async function postMoney(
  ctx: ServiceContext,
  caller: Caller,
  request: MoneyRequest,
): Promise<MoneyOutcome> {
  const counterKey = hasRecipient(request) ? recipientCounterKey(ctx, caller) : null;
  const command = moneyCommand(ctx, caller, request, counterKey);
  return sendCommand(ctx, caller, command, request.from ?? request.to ?? { by: "default" });
}

const hasRecipient = ({ type }: Pick<MoneyRequest, "type">): boolean =>
  type === "TRANSFER" || type === "HOLD";
