import type { Answer, Failure } from "../api/answer.ts";
import { isJudged } from "./judged.ts";

/** Where a payment stands. `body` is what was asked. */
export type PaymentState<B, D> =
  | { readonly kind: "open" }
  /** `isResumed`: it was sent before a reload. */
  | { readonly kind: "sending"; readonly body: B; readonly isResumed: boolean }
  | { readonly kind: "done"; readonly body: B; readonly data: D }
  | {
      readonly kind: "failed";
      readonly body: B;
      readonly failure: Failure;
      /** It may have happened: nothing else is sent before its outcome is known. */
      readonly isUnfinished: boolean;
    };

/** A payment once it is sent; null while one is being sent: a second click does nothing. */
export function sent<B, D>(
  state: PaymentState<B, D>,
  body: B,
  isResumed: boolean,
): PaymentState<B, D> | null {
  return state.kind === "sending" ? null : { kind: "sending", body, isResumed };
}

/** A payment after its answer. `isUnfinished`: its intent still has no outcome. */
export function answered<B, D>(
  body: B,
  { data, failure }: Answer<D>,
  isUnfinished: boolean,
): PaymentState<B, D> {
  return failure
    ? { kind: "failed", body, failure, isUnfinished }
    : { kind: "done", body, data: data as D };
}

/** A payment of which nobody here knows the outcome. */
export function withoutOutcome<B, D>(body: B, isUnfinished: boolean): PaymentState<B, D> {
  return { kind: "failed", body, failure: { kind: "unknown" }, isUnfinished };
}

/** Leaves a refusal or a receipt behind. A payment that is being sent or has no outcome stays. */
export function left<B, D>(state: PaymentState<B, D>): PaymentState<B, D> {
  const isKept =
    state.kind === "open" ||
    state.kind === "sending" ||
    (state.kind === "failed" && state.isUnfinished);
  return isKept ? state : { kind: "open" };
}

/** Whether a payment has its outcome for good: the next one of its form is another, with its own key. */
export function isOver<B, D>(state: PaymentState<B, D>): boolean {
  if (state.kind === "failed") return !state.isUnfinished && isJudged(state.failure);
  return state.kind === "done";
}
