import "../browser.ts";
import { describe, expect, it } from "vitest";
import {
  mostOf,
  readTypedAmount,
  readTypedDecimal,
} from "../../../../../console/src/i18n/typed-amount.ts";
import { amountFault } from "../../../../../console/src/ui/amount-field.tsx";

describe("a typed amount", () => {
  it.each([
    [0, "999999999999999"],
    [2, "9999999999999.99"],
    [3, "999999999999.999"],
  ])("with %i decimals is at most %s", (decimals, most) => {
    expect(mostOf(decimals)).toBe(most);
    expect(readTypedAmount(most, decimals)).toEqual({ value: most, fault: null });
  });

  it.each([
    ["1000000000000000", 0],
    ["10000000000000", 2],
    ["١٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠", 2],
    ["123456789012345678901234567890", 2],
  ])("%s with %i decimals is too large", (typed, decimals) => {
    expect(readTypedAmount(typed, decimals)).toEqual({ value: null, fault: "too_large" });
  });

  it("that is too large is told the bound, and not another reason", () => {
    expect(amountFault(readTypedAmount("1".repeat(30), 2), 2)).toBe(
      "The largest amount is \u20669,999,999,999,999.99\u2069",
    );
  });

  it("that is a rate has no such bound", () => {
    expect(readTypedDecimal("999999999999", 12).value).toBe("999999999999.000000000000");
  });

  it.each([
    ["", "empty"],
    ["12,5", "not_a_number"],
    ["1.005", "too_precise"],
    ["0.00", "zero"],
  ])("%j has the fault %s", (typed, fault) => {
    expect(readTypedAmount(typed, 2)).toEqual({ value: null, fault });
  });
});
