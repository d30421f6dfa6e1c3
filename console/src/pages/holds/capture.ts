import type { components, Hold, Money } from "@mahfaza/client";
import { noteOf } from "../../pay/note.ts";
import { without } from "../../pay/sums.ts";

export type CaptureBody = components["schemas"]["CaptureRequest"] & { readonly amount: Money };

/** What is sent for a capture. The amount is always named: it is what the person saw. */
export function captureBody(amount: string, isFinal: boolean, note: string): CaptureBody {
  return { amount: amount as Money, final: isFinal, ...noteOf(note) };
}

/** What a capture leaves of the hold. */
export function restOf(hold: Pick<Hold, "capturable" | "currency">, amount: string): string {
  return without(hold.capturable, amount, hold.currency);
}
