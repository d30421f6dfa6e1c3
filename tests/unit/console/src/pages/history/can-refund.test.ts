import "../../browser.ts";
import { expect, it } from "vitest";
import { canRefund } from "../../../../../../console/src/pages/history/can-refund.ts";

const payment = (amount: string, refundable: string) =>
  ({
    type: "TRANSFER",
    status: "success",
    amount: "150.00",
    currency: "YEM",
    from_wallet: "wal_1",
    to_wallet: "wal_2",
    legs: [{ wallet_id: "wal_1", amount, currency: "YEM", balance_after: "1.00", seq: 1 }],
    refunds: { currency: "YEM", refunded: "0.00", refundable, transaction_ids: [] },
  }) as unknown as Parameters<typeof canRefund>[0];

it("offers a refund to the recipient alone, though the payer is told what is refundable", () => {
  expect(canRefund(payment("150.00", "150.00"))).toBe(true);
  expect(canRefund(payment("-150.00", "150.00"))).toBe(false);
});

it("offers none when nothing is left", () => {
  expect(canRefund(payment("150.00", "0.00"))).toBe(false);
  expect(canRefund({ ...payment("150.00", "0.00"), refunds: null })).toBe(false);
});
