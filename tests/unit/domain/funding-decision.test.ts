import { describe, expect, it } from "vitest";
import type { CurrencyCode } from "../../../src/domain/currency.ts";
import {
  DEPOSIT_STATUSES,
  type FundingEventData,
  type FundingEventType,
  WITHDRAWAL_STATUSES,
} from "../../../src/domain/funding.ts";
import { decideFundingEvent, type FundingState } from "../../../src/domain/funding-decision.ts";

const event = (type: FundingEventType, fields: Partial<FundingEventData> = {}) => ({
  type,
  reference: "FND-1",
  paymentId: "p1",
  amount: "25.00",
  currency: "YEM",
  ...fields,
});

const state = (direction: FundingState["direction"], status: FundingState["status"]) => ({
  direction,
  status,
  amountMinor: 2_500n,
  currency: "YEM" as CurrencyCode,
  paymentId: status === "succeeded" ? "p1" : null,
});

/** The table of docs/funding.md: each status with what each event does. */
const DEPOSITS = {
  pending: ["credit", "fail"],
  succeeded: ["absorb already_done", "suspend failed_after_success"],
  failed: ["suspend succeeded_after_failure", "absorb already_done"],
  expired: ["suspend late", "absorb already_done"],
} as const;
const WITHDRAWALS = {
  pending: ["settle", "release"],
  sent: ["settle", "release"],
  succeeded: ["absorb already_done", "suspend failed_after_success"],
  failed: ["suspend succeeded_after_failure", "absorb already_done"],
  timed_out: ["suspend late", "absorb already_done"],
} as const;

const decided = (one: FundingEventData, found: FundingState | null) =>
  Object.values(decideFundingEvent(one, found)).join(" ");

describe("an event of the provider", () => {
  it.each(DEPOSIT_STATUSES)("is decided for a deposit that is %s", (status) => {
    const [onSuccess, onFailure] = DEPOSITS[status];
    expect(decided(event("deposit.succeeded"), state("deposit", status))).toBe(onSuccess);
    expect(decided(event("deposit.failed"), state("deposit", status))).toBe(onFailure);
  });

  it.each(WITHDRAWAL_STATUSES)("is decided for a withdrawal that is %s", (status) => {
    const [onSuccess, onFailure] = WITHDRAWALS[status];
    expect(decided(event("payout.succeeded"), state("withdrawal", status))).toBe(onSuccess);
    expect(decided(event("payout.failed"), state("withdrawal", status))).toBe(onFailure);
  });

  it("waits for an operator when another amount or currency was paid", () => {
    const of = (fields: Partial<FundingEventData>) =>
      decided(event("deposit.succeeded", fields), state("deposit", "pending"));
    for (const amount of ["24.99", "25.01", "2500", "-25.00", "25.001", "", "NaN"]) {
      expect(of({ amount }), amount).toBe("suspend amount_mismatch");
    }
    for (const currency of ["YER", "USD", "yem", "ZZZ", ""]) {
      expect(of({ currency }), currency).toBe("suspend currency_mismatch");
    }
    expect(of({ amount: "25" })).toBe("credit");
    expect(of({ amount: "25.0" })).toBe("credit");
    const payout = event("payout.succeeded", { amount: "1.00" });
    expect(decided(payout, state("withdrawal", "sent"))).toBe("suspend amount_mismatch");
  });

  it("waits for an operator when a second payment was made, and is absorbed when told twice", () => {
    const paid = state("deposit", "succeeded");
    expect(decided(event("deposit.succeeded"), paid)).toBe("absorb already_done");
    const second = event("deposit.succeeded", { paymentId: "p2" });
    expect(decided(second, paid)).toBe("suspend paid_twice");
  });

  it("concerns nothing of the other direction, and nothing without its reference", () => {
    for (const [type, direction] of [
      ["deposit", "withdrawal"],
      ["payout", "deposit"],
    ] as const) {
      for (const found of [state(direction, "pending"), null]) {
        expect(decided(event(`${type}.succeeded`), found)).toBe("suspend unknown_reference");
        expect(decided(event(`${type}.failed`), found)).toBe("absorb unknown_reference");
      }
    }
  });
});
