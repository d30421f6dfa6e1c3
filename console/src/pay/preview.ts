import type { Wallet } from "@mahfaza/client";
import { codeOf, type Failure } from "../api/answer.ts";
import type { PaymentState } from "./payment-state.ts";
import { without } from "./sums.ts";
import type { DryRunState } from "./use-dry-run.ts";

/** Whether the service will ask for a second factor before it makes the payment. */
export function needsProof(state: DryRunState): boolean {
  return state.kind === "refused" && codeOf(state.failure) === "step_up_required";
}

/**
 * Why the service would refuse the payment now. The lack of a second factor is no reason: it is
 * asked for when the payment is sent.
 */
export function refusalOf(state: DryRunState): Failure | null {
  return state.kind === "refused" && !needsProof(state) ? state.failure : null;
}

/** Why the payment cannot be made as it is: its own refusal, else that of the dry run. */
export function refusalNow(
  state: PaymentState<unknown, unknown>,
  dryRun: DryRunState,
): Failure | null {
  return state.kind === "failed" ? state.failure : refusalOf(dryRun);
}

/** What the service said that it would do; null before its answer and after a refusal. */
export function previewOf<P>(state: DryRunState): P | null {
  return state.kind === "ready" ? (state.preview as P) : null;
}

/** What could be spent of a wallet after the payment, by the service's own answer. */
export function balanceAfter(state: DryRunState, { id, held, currency }: Wallet): string | null {
  if (state.kind !== "ready") return null;
  const leg = state.preview.legs.find(({ wallet_id }) => wallet_id === id);
  return leg ? without(leg.balance_after, held, currency) : null;
}
