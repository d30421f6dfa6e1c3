import { describe, expect, it } from "vitest";
import { movementOf } from "../../../../../console/src/transactions/movement.ts";

type Part = Parameters<typeof movementOf>[0];

const leg = (wallet_id: string, amount: string, currency = "YEM") => ({
  wallet_id,
  amount,
  currency,
  balance_after: "1000.00",
  seq: 1,
});

const transaction = (changes: Partial<Record<keyof Part, unknown>>) =>
  ({
    type: "TRANSFER",
    status: "success",
    amount: "300.00",
    currency: "YEM",
    from_wallet: "wal_mine",
    to_wallet: "wal_theirs",
    legs: [leg("wal_mine", "-300.00")],
    ...changes,
  }) as Part;

describe("what a list shows of a transaction", () => {
  it("is a minus and the balance after it for what was sent", () => {
    expect(movementOf(transaction({}))).toMatchObject({
      way: "out",
      amount: "-300.00",
      sign: "both",
      icon: "send",
      balanceAfter: "1000.00",
      isVoid: false,
    });
  });

  it("is a plus for what was received, in the currency in which it arrived", () => {
    const received = transaction({ legs: [leg("wal_mine", "32000.00")], amount: "20.00" });
    expect(movementOf(received)).toMatchObject({ way: "in", amount: "32000.00", icon: "receive" });
  });

  it("has no sign and no balance between two own wallets", () => {
    const own = transaction({ legs: [leg("wal_mine", "-300.00"), leg("wal_other", "300.00")] });
    expect(movementOf(own)).toMatchObject({
      way: "between",
      amount: "300.00",
      sign: "none",
      balanceAfter: null,
      icon: "swap",
    });
  });

  it("is one side of it in the history of one wallet", () => {
    const own = transaction({ legs: [leg("wal_mine", "-300.00"), leg("wal_other", "300.00")] });
    expect(movementOf(own, "wal_mine")).toMatchObject({ way: "out", amount: "-300.00" });
    expect(movementOf(own, "wal_other")).toMatchObject({ way: "in", amount: "300.00" });
  });

  it("is what arrived by an exchange", () => {
    const exchange = transaction({
      type: "EXCHANGE",
      currency: "USD",
      amount: "20.00",
      legs: [leg("wal_usd", "-20.00", "USD"), leg("wal_mine", "32173.52")],
    });
    expect(movementOf(exchange)).toMatchObject({
      way: "between",
      amount: "32173.52",
      currency: "YEM",
      sign: "both",
    });
  });

  it.each([
    ["WITHDRAW", "out", "-300.00"],
    ["TRANSFER", "out", "-300.00"],
    ["DEPOSIT", "in", "300.00"],
  ] as const)("is void for a refused %s, which moved nothing", (type, way, amount) => {
    const refused = transaction({ type, status: "failed", legs: [] });
    expect(movementOf(refused)).toMatchObject({
      way,
      amount,
      isVoid: true,
      balanceAfter: null,
      icon: "cross",
    });
  });

  it("has no direction for a hold, which reserves money and moves none", () => {
    const hold = transaction({ type: "HOLD", legs: [] });
    expect(movementOf(hold)).toMatchObject({ way: "none", amount: "300.00", sign: "none" });
  });

  it("marks what was given back", () => {
    const refund = transaction({ type: "REFUND", legs: [leg("wal_mine", "300.00")] });
    expect(movementOf(refund)).toMatchObject({ way: "in", icon: "undo" });
  });
});
