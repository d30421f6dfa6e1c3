import { describe, expect, it } from "vitest";
import {
  isWalletId,
  knownCurrency,
  startOf,
} from "../../../../../../console/src/desk/funding/event-start.ts";

describe("the adjustment that resolves an event", () => {
  it("gives money that arrived to its owner, and takes back what was paid out", () => {
    expect(startOf({ type: "deposit.succeeded", amount: "5.00" })).toEqual({
      direction: "credit",
      amount: "5.00",
      reason: "unapplied_funds",
    });
    expect(startOf({ type: "payout.succeeded", amount: "5.00" }).direction).toBe("debit");
  });

  it("begins with the event's currency only if there is such a currency", () => {
    expect(knownCurrency("YEM")).toBe("YEM");
    expect(knownCurrency("XXX")).toBe("");
    expect(knownCurrency("")).toBe("");
  });

  it("is of a wallet by its id", () => {
    expect(isWalletId("wal_01kazv5q0vfvtrx6r2n1p3b4c5")).toBe(true);
    expect(isWalletId("usr_01kazv5q0vfvtrx6r2n1p3b4c5")).toBe(false);
    expect(isWalletId("wal_01kazv5q0vfvtrx6r2n1p3b4c")).toBe(false);
  });
});
