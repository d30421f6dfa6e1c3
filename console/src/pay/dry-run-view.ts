import { codeOf, type Failure } from "../api/answer.ts";
import type { DryRunState } from "./use-dry-run.ts";

/** What the service said that it would do; null before its answer and after a refusal. */
export function previewOf<P>(state: DryRunState): P | null {
  return state.kind === "ready" ? (state.preview as P) : null;
}

/**
 * Why the service would refuse it now. The lack of a second factor is no reason: it is asked for
 * when the payment is sent.
 */
export function refusalOf(state: DryRunState): Failure | null {
  if (state.kind !== "refused" || codeOf(state.failure) === "step_up_required") return null;
  return state.failure;
}
