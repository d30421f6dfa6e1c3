import { type CurrencyCode, currencyOf } from "./currency.ts";
import type {
  DepositStatus,
  FundingDirection,
  FundingEventData,
  FundingEventReason,
  FundingEventType,
  WithdrawalStatus,
} from "./funding.ts";
import { parseAmount } from "./money.ts";

/** The deposit or withdrawal that an event names, as it stands. */
export interface FundingState {
  readonly direction: FundingDirection;
  /** A pending deposit that has expired by the database's time counts as `expired`. */
  readonly status: DepositStatus | WithdrawalStatus;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** The provider's name of the payment that succeeded; null before. */
  readonly paymentId: string | null;
}

/**
 * What an event asks for.
 * - credit, settle: the deposit or the withdrawal succeeds, and its money moves.
 * - release: the withdrawal fails, and its held money is free again.
 * - fail: the deposit fails; no money moves.
 */
export type FundingStep =
  | { readonly kind: "credit" | "settle" | "release" | "fail" }
  | { readonly kind: "absorb" | "suspend"; readonly reason: FundingEventReason };

const absorb = (reason: FundingEventReason): FundingStep => ({ kind: "absorb", reason });
const suspend = (reason: FundingEventReason): FundingStep => ({ kind: "suspend", reason });

const MEANINGS = {
  "deposit.succeeded": { direction: "deposit", hasSucceeded: true },
  "deposit.failed": { direction: "deposit", hasSucceeded: false },
  "payout.succeeded": { direction: "withdrawal", hasSucceeded: true },
  "payout.failed": { direction: "withdrawal", hasSucceeded: false },
} as const satisfies Record<FundingEventType, unknown>;

/**
 * Decides an event of the provider. Nothing leads out of a terminal state: money that moved at the
 * provider and cannot move here waits for an operator, and is never dropped.
 */
export function decideFundingEvent(
  event: FundingEventData,
  found: FundingState | null,
): FundingStep {
  const { direction, hasSucceeded } = MEANINGS[event.type];
  const state = found?.direction === direction ? found : null;
  if (!hasSucceeded) return onFailure(state);
  return state ? onSuccess(event, state) : suspend("unknown_reference");
}

function onFailure(state: FundingState | null): FundingStep {
  if (!state) return absorb("unknown_reference");
  switch (state.status) {
    case "pending":
    case "sent":
      return { kind: state.direction === "deposit" ? "fail" : "release" };
    case "succeeded":
      return suspend("failed_after_success");
    default:
      return absorb("already_done");
  }
}

function onSuccess(event: FundingEventData, state: FundingState): FundingStep {
  switch (state.status) {
    case "succeeded": {
      // The provider tells the same payment again under another event, or it was paid twice.
      const isSame = event.paymentId === state.paymentId;
      return isSame ? absorb("already_done") : suspend("paid_twice");
    }
    case "failed":
      return suspend("succeeded_after_failure");
    case "expired":
    case "timed_out":
      return suspend("late");
    default: {
      if (event.currency !== state.currency) return suspend("currency_mismatch");
      const amountMinor = parseAmount(event.amount, currencyOf(state.currency).exponent);
      if (amountMinor !== state.amountMinor) return suspend("amount_mismatch");
      return { kind: state.direction === "deposit" ? "credit" : "settle" };
    }
  }
}
