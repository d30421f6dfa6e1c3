import { describe, expect, it } from "vitest";
import { isNegative, isZero } from "../../../../../console/src/pay/amount-sign.ts";

describe("the sign of an amount", () => {
  it.each(["0", "0.00", "-0.00", "000"])("%s is zero", (amount) => {
    expect(isZero(amount)).toBe(true);
  });

  it.each(["0.01", "-0.01", "10", "0.0001"])("%s is not zero", (amount) => {
    expect(isZero(amount)).toBe(false);
  });

  it("is negative with a minus", () => {
    expect(isNegative("-0.01")).toBe(true);
    expect(isNegative("0.01")).toBe(false);
  });
});
