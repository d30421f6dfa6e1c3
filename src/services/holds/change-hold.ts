import type { MoneyCommand } from "../../domain/command.ts";
import { restMinor, type SeenHold } from "../../domain/hold.ts";
import type { Terms } from "../../domain/terms.ts";
import { moneyCommand, submitMoney } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type HoldOutcome, withHold } from "./with-hold.ts";

export interface HoldChange {
  readonly type: "CAPTURE" | "RELEASE" | "AMENDMENT";
  readonly terms: Terms;
  /** Null: the ledger takes it from the hold (see isAmountDecided). */
  readonly amountMinor: bigint | null;
  readonly note: string | null;
  readonly idempotencyKey: string | null;
  readonly isDryRun: boolean;
}

/**
 * Sends a command about a hold through the object of its payer's wallet: a change of the hold
 * changes what that wallet holds, also when the payee asks for it. The ledger checks everything again
 * under the wallet's lock.
 */
export async function changeHold(
  ctx: ServiceContext,
  caller: Caller,
  hold: SeenHold,
  { amountMinor, ...change }: HoldChange,
): Promise<HoldOutcome> {
  const { id: holdId, fromWalletId, toWalletId, currency } = hold;
  const sides = {
    from: { by: "id", walletId: fromWalletId },
    to: toWalletId && { by: "id", walletId: toWalletId },
  } satisfies Pick<MoneyCommand, "from" | "to">;
  const request = {
    ...change,
    ...sides,
    currency,
    amountMinor: amountMinor ?? restOrAll(hold),
    links: { holdId },
  };
  const command = moneyCommand(ctx, caller, request);
  const outcome = await submitMoney(ctx, command, fromWalletId);
  return withHold(ctx, caller, outcome, hold.role);
}

/** What a refusal records as asked for: a transaction's amount is never 0. */
function restOrAll(hold: SeenHold): bigint {
  return restMinor(hold) || hold.amountMinor;
}
