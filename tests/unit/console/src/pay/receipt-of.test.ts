import type { Transaction } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { isReceiptOf, type ReceiptType } from "../../../../../console/src/pay/receipt-of.ts";
import { amount } from "./wallets.ts";

type Part = Parameters<typeof isReceiptOf>[0];

const leg = (text: string) =>
  ({ wallet_id: "wal_1", amount: amount(text), currency: "USD" }) as Transaction["legs"][number];
const OUT = leg("-3.00");
const IN = leg("3.00");
const made = (type: Part["type"], ...legs: Part["legs"]): Part => ({
  type,
  status: "success",
  legs,
});

describe("the receipt of a form", () => {
  it.each<[ReceiptType, Part]>([
    ["TRANSFER", made("TRANSFER", OUT)],
    ["TRANSFER", made("TRANSFER", OUT, IN)],
    ["DEPOSIT", made("DEPOSIT", IN)],
    ["WITHDRAW", made("WITHDRAW", OUT)],
    ["EXCHANGE", made("EXCHANGE", OUT, IN)],
  ])("is shown for the %s that the viewer made", (type, transaction) => {
    expect(isReceiptOf(transaction, type)).toBe(true);
  });

  it.each<[string, ReceiptType, Part]>([
    ["a transfer as a deposit", "DEPOSIT", made("TRANSFER", IN)],
    ["a deposit as a transfer", "TRANSFER", made("DEPOSIT", IN)],
    ["a withdrawal as a deposit", "DEPOSIT", made("WITHDRAW", OUT)],
    ["a transfer as an exchange", "EXCHANGE", made("TRANSFER", OUT, IN)],
    ["a received transfer as a sent one", "TRANSFER", made("TRANSFER", IN)],
    ["a hold, which moves nothing", "TRANSFER", made("HOLD")],
    ["a refused transfer", "TRANSFER", { ...made("TRANSFER", OUT), status: "failed" }],
    ["a refused deposit", "DEPOSIT", { ...made("DEPOSIT"), status: "failed" }],
  ])("is not shown for %s", (_name, type, transaction) => {
    expect(isReceiptOf(transaction, type)).toBe(false);
  });
});
