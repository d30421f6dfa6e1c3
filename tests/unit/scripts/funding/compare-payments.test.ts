import { describe, expect, it } from "vitest";
import {
  comparePayments,
  type OwnFunding,
  type SuspendedPayment,
} from "../../../../scripts/funding/compare-payments.ts";
import type { ProviderPayment } from "../../../../scripts/funding/provider-ledger.ts";
import { DEPOSIT_STATUSES, WITHDRAWAL_STATUSES } from "../../../../src/domain/funding.ts";

const own = (fields: Partial<OwnFunding>): OwnFunding => ({
  direction: "deposit",
  reference: "R",
  amount: "25.00",
  currency: "YEM",
  status: "succeeded",
  paymentId: fields.status === undefined || fields.status === "succeeded" ? "p1" : null,
  ...fields,
});
const payment = (fields: Partial<ProviderPayment> = {}): ProviderPayment => ({
  type: "deposit",
  reference: "R",
  payment_id: "p1",
  amount: "25.00",
  currency: "YEM",
  status: "succeeded",
  ...fields,
});
const compare = (
  ours: OwnFunding[],
  theirs: ProviderPayment[],
  suspended: SuspendedPayment[] = [],
) => comparePayments(ours, theirs, suspended).map(({ kind, reference }) => `${reference} ${kind}`);

/** What is said of each of our states when the provider has nothing, pending, succeeded, failed. */
const STATES = {
  "deposit pending": ["", "", "other state", "other state"],
  "deposit succeeded": ["missing there", "other state", "", "other state"],
  "deposit failed": ["", "other state", "other state", ""],
  "deposit expired": ["", "", "other state", ""],
  "withdrawal pending": ["", "", "other state", "other state"],
  "withdrawal sent": ["missing there", "", "other state", "other state"],
  "withdrawal succeeded": ["missing there", "other state", "", "other state"],
  "withdrawal failed": ["missing there", "other state", "other state", ""],
  "withdrawal timed_out": ["", "other state", "other state", ""],
} as const;

describe("the comparison with the provider's list", () => {
  it("knows each state of ours", () => {
    const states = [
      ...DEPOSIT_STATUSES.map((status) => `deposit ${status}`),
      ...WITHDRAWAL_STATUSES.map((status) => `withdrawal ${status}`),
    ];
    expect(Object.keys(STATES).sort()).toEqual(states.sort());
  });

  it.each(Object.entries(STATES))("says of %s whether the provider agrees", (state, said) => {
    const [direction, status = ""] = state.split(" ") as ["deposit" | "withdrawal", string];
    const type = direction === "deposit" ? "deposit" : "payout";
    const found = [null, "pending", "succeeded", "failed"].map((there) => {
      const theirs = there ? [payment({ type, status: there as ProviderPayment["status"] })] : [];
      return compare([own({ direction, status })], theirs);
    });
    expect(found).toEqual(said.map((kind) => (kind === "" ? [] : [`R ${kind}`])));
  });

  it("finds other amounts and currencies, payments of nobody, and second ones", () => {
    expect(compare([own({})], [payment({ amount: "26.00" })])).toEqual(["R other amount"]);
    expect(compare([own({})], [payment({ currency: "YER" })])).toEqual(["R other currency"]);
    expect(compare([], [payment({ reference: "X" })])).toEqual(["X missing here"]);
    expect(compare([], [payment({ reference: "X", status: "failed" })])).toEqual([]);
    expect(compare([own({})], [payment(), payment({ payment_id: "p2" })])).toEqual([
      "R paid twice",
    ]);
    expect(compare([own({})], [payment({ type: "payout" })])).toEqual(["R missing there"]);
  });

  it("tells what waits in suspense until an adjustment has resolved it", () => {
    const second = [payment(), payment({ payment_id: "p2" })];
    const held = (isResolved: boolean) => [{ paymentId: "p2", isResolved }];
    expect(compare([own({})], second, held(false))).toEqual(["R in suspense"]);
    expect(compare([own({})], second, held(true))).toEqual([]);
    const late = [own({ status: "expired" })];
    const paid = [payment({ payment_id: "p2" })];
    expect(compare(late, paid, held(false))).toEqual(["R in suspense"]);
    expect(compare(late, paid, held(true))).toEqual([]);
    const unknown = [payment({ reference: "X", payment_id: "p2" })];
    expect(compare([], unknown, held(false))).toEqual(["X in suspense"]);
    expect(compare([], unknown, held(true))).toEqual([]);
  });
});
