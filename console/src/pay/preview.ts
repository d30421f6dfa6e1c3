import type { Wallet } from "@mahfaza/client";
import { codeOf } from "../api/answer.ts";
import { without } from "./sums.ts";
import type { DryRunState } from "./use-dry-run.ts";

/** Whether the service will ask for a second factor before it makes the payment. */
export function needsProof(state: DryRunState): boolean {
  return state.kind === "refused" && codeOf(state.failure) === "step_up_required";
}

/** Whether the payment would be refused now. The lack of a second factor refuses no review. */
export function isRefusedNow(state: DryRunState): boolean {
  return state.kind === "refused" && !needsProof(state);
}

/** What could be spent of a wallet after the payment, by the service's own answer. */
export function balanceAfter(state: DryRunState, { id, held, currency }: Wallet): string | null {
  if (state.kind !== "ready") return null;
  const leg = state.preview.legs.find(({ wallet_id }) => wallet_id === id);
  return leg ? without(leg.balance_after, held, currency) : null;
}
