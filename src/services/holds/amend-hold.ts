import type { SeenHold } from "../../domain/hold.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { changeHold, type HoldChange } from "./change-hold.ts";
import type { HoldOutcome } from "./with-hold.ts";

export interface AmendHoldInput extends Pick<HoldChange, "idempotencyKey" | "isDryRun"> {
  /** The new total, in minor units of the hold's currency; null: it stays. */
  readonly amountMinor: bigint | null;
  /** From HOLD_SECONDS_MIN to HOLD_SECONDS_MAX, from the commit on; null: the end stays. */
  readonly expiresInSeconds: number | null;
}

/**
 * Raises a hold to a new total, moves its end, or both. Only the payer may. Refusals:
 * domain/refusal.ts.
 */
export function amendHold(
  ctx: ServiceContext,
  caller: Caller,
  hold: SeenHold,
  { expiresInSeconds, ...input }: AmendHoldInput,
): Promise<HoldOutcome> {
  const isRaise = input.amountMinor !== null;
  const terms = { kind: "amendment", isRaise, expiresInSeconds } as const;
  return changeHold(ctx, caller, hold, { ...input, type: "AMENDMENT", terms, note: null });
}
