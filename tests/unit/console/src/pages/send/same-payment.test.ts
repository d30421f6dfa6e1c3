import { describe, expect, it } from "vitest";
import {
  SAME_WITHIN_MS,
  samePaymentAt,
} from "../../../../../../console/src/pages/send/same-payment.ts";
import { money } from "../../../../../../packages/client/src/index.ts";

const NOW = Date.parse("2026-11-28T12:00:00.000Z");
const MEANT = { name: "B*** N***", amount: "10.00", currency: "YEM" };

function sent(ago: number, change: object = {}) {
  return {
    posted_at: new Date(NOW - ago).toISOString(),
    counterparty: { name: "B*** N***", is_own: false },
    legs: [
      {
        wallet_id: "wal_1",
        amount: money("-10.00", "YEM"),
        currency: "YEM",
        balance_after: money("0.00", "YEM"),
        seq: 2,
      },
    ],
    ...change,
  } as Parameters<typeof samePaymentAt>[0][number];
}

describe("a payment that was made before", () => {
  it("is the last one of the same sum to the same name", () => {
    const list = [sent(60_000), sent(120_000)];
    expect(samePaymentAt(list, MEANT, NOW)).toBe(list[0]?.posted_at);
  });

  it("is pointed out for a day, and not longer", () => {
    expect(samePaymentAt([sent(SAME_WITHIN_MS)], MEANT, NOW)).not.toBeNull();
    expect(samePaymentAt([sent(SAME_WITHIN_MS + 1)], MEANT, NOW)).toBeNull();
  });

  it.each([
    ["another sum", { ...MEANT, amount: "10.01" }],
    ["another currency", { ...MEANT, currency: "USD" }],
    ["another name", { ...MEANT, name: "B*** O***" }],
  ])("is not one with %s", (_, meant) => {
    expect(samePaymentAt([sent(0)], meant, NOW)).toBeNull();
  });

  it("is not one whose other person has no name any more", () => {
    expect(samePaymentAt([sent(0, { counterparty: null })], MEANT, NOW)).toBeNull();
  });
});
