import type { SeenHold } from "../../domain/hold.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeHold, type HoldChange } from "./change-hold.ts";
import type { HoldOutcome } from "./with-hold.ts";

/**
 * Ends a hold without a payment: what is left of it is free again. The payee may, and the payer
 * where the hold says so. Refusals: domain/refusal.ts.
 */
export function voidHold(
  ctx: ServiceContext,
  caller: Caller,
  hold: SeenHold,
  input: Pick<HoldChange, "idempotencyKey" | "isDryRun">,
): Promise<HoldOutcome> {
  const terms = { kind: "release" } as const;
  return changeHold(ctx, caller, hold, {
    ...input,
    type: "RELEASE",
    terms,
    amountMinor: null,
    note: null,
  });
}
