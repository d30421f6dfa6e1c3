import type { Hold } from "@mahfaza/client";
import { isZero } from "../../pay/amount-sign.ts";
import type { FormName } from "../../pay/payment-forms.ts";

/** What a person can do with a hold. */
export const HOLD_ACTS = ["capture", "void", "raise", "extend"] as const;
export type HoldAct = (typeof HOLD_ACTS)[number];
export type HoldState = Hold["state"];

type Standing = Pick<Hold, "state" | "role" | "payer_can_void" | "expires_at">;

/** Names the form of one act on a hold: an unfinished act is taken up again after a reload. */
export function actFormName(act: HoldAct, id: string): FormName {
  return `${act}:${id}`;
}

/** The state at a moment: an open hold whose time has passed has lapsed, also before it is read again. */
export function stateAt({ state, expires_at }: Standing, now: number): HoldState {
  return state === "open" && Date.parse(expires_at) <= now ? "expired" : state;
}

/** Whether a hold has ended without a payment from it. */
export function isUnused(hold: Standing & Pick<Hold, "captured">, now: number): boolean {
  return stateAt(hold, now) !== "open" && isZero(hold.captured);
}

/** What the person can do with a hold, by its role and state. */
export function actsOf(hold: Standing, now: number): readonly HoldAct[] {
  if (stateAt(hold, now) !== "open") return [];
  if (hold.role === "payee") return ["capture", "void"];
  return hold.payer_can_void ? ["raise", "extend", "void"] : ["raise", "extend"];
}

/** How the state is tinted. A lapsed hold waits for nobody, and nobody decided about it. */
export function toneOf(state: HoldState): "good" | "wait" | "plain" | "bad" {
  const tones = { open: "wait", captured: "good", voided: "plain", expired: "bad" } as const;
  return tones[state];
}
