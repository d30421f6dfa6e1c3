import { describe, expect, it } from "vitest";
import { effectiveRate } from "../../../../../console/src/pay/effective-rate.ts";
import { amount } from "./wallets.ts";

const usdYem = { from: "USD", to: "YEM", base: "USD", unit: 1 };
const exchanged = (source: string, fee: string, target: string, pair: object = {}) => ({
  ...usdYem,
  ...pair,
  source_amount: amount(source),
  fee_amount: amount(fee),
  target_amount: amount(target),
});

describe("the rate that was applied", () => {
  it("has the margin in it: (100.00 - 0.20) * 1611.9 is what arrives", () => {
    const rate = effectiveRate(exchanged("100.00", "0.20", "160867.62"));
    expect(rate).toEqual({ rate: "1611.9", isRounded: false });
  });

  it("is rounded to the nearest at eight digits, and says so", () => {
    // The fee is rounded down: 0.2034.
    const rate = effectiveRate(exchanged("101.70", "0.20", "163602.37"));
    expect(rate).toEqual({ rate: "1611.846", isRounded: true });
  });

  it("is told for the base currency in the other direction too", () => {
    const back = { from: "YEM", to: "USD" };
    const rate = effectiveRate(exchanged("162000.00", "324.00", "99.30", back));
    expect(rate).toEqual({ rate: "1628.1571", isRounded: true });
  });

  it("is told for so many units, and with the decimals of each currency", () => {
    const yen = { from: "JPY", to: "KWD", base: "JPY", unit: 100 };
    expect(effectiveRate(exchanged("1000", "0", "2.000", yen))).toEqual({
      rate: "0.2",
      isRounded: false,
    });
  });

  it("keeps eight digits behind the zeros of a small rate", () => {
    const small = { from: "IRR", to: "KWD", base: "IRR", unit: 1 };
    expect(effectiveRate(exchanged("3000000.00", "0.00", "1.000", small))).toEqual({
      rate: "0.000000333333",
      isRounded: true,
    });
  });

  it("is none when nothing was left to exchange", () => {
    expect(effectiveRate(exchanged("0.01", "0.01", "1.00"))).toBeNull();
  });
});
