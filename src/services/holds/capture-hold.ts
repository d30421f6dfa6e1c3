import type { SeenHold } from "../../domain/hold.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeHold, type HoldChange } from "./change-hold.ts";
import type { HoldOutcome } from "./with-hold.ts";

export interface CaptureHoldInput extends Pick<HoldChange, "note" | "idempotencyKey" | "isDryRun"> {
  /** In minor units of the hold's currency; null: all that is left. */
  readonly amountMinor: bigint | null;
  /** Whether the hold ends with it: what it leaves is free again. */
  readonly isFinal: boolean;
}

/**
 * Pays a part of a hold, or all of it, to its payee. Only the payee may. Refusals: domain/refusal.ts.
 */
export function captureHold(
  ctx: ServiceContext,
  caller: Caller,
  hold: SeenHold,
  { isFinal, ...input }: CaptureHoldInput,
): Promise<HoldOutcome> {
  const terms = { kind: "capture", isAll: input.amountMinor === null, isFinal } as const;
  return changeHold(ctx, caller, hold, { ...input, type: "CAPTURE", terms });
}
