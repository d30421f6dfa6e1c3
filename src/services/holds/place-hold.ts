import type { MoneyCommand } from "../../domain/command.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { postMoney } from "../money/post-money.ts";
import { type HoldOutcome, withHold } from "./with-hold.ts";

export interface PlaceHoldInput extends Pick<MoneyCommand, "amountMinor" | "currency" | "note"> {
  /** One of the caller's wallets. */
  readonly from: MoneyCommand["from"];
  readonly to: MoneyCommand["to"];
  /** From HOLD_SECONDS_MIN to HOLD_SECONDS_MAX, from the commit on. */
  readonly expiresInSeconds: number;
  readonly isPayerVoidable: boolean;
  readonly idempotencyKey: string | null;
  readonly isDryRun: boolean;
}

/**
 * Reserves money of the caller for a payee, who can capture it until it expires. The ledger checks
 * payer and recipient as for a transfer of the amount. Refusals: domain/refusal.ts.
 */
export async function placeHold(
  ctx: ServiceContext,
  caller: Caller,
  { expiresInSeconds, isPayerVoidable, ...request }: PlaceHoldInput,
): Promise<HoldOutcome> {
  const terms = { kind: "hold", expiresInSeconds, isPayerVoidable } as const;
  const outcome = await postMoney(ctx, caller, { ...request, type: "HOLD", terms });
  return withHold(ctx, caller, outcome, "payer");
}
