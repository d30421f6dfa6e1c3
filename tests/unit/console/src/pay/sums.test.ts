import type { Limit } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { isFarOff, limitLeft, without } from "../../../../../console/src/pay/sums.ts";
import { amount } from "./wallets.ts";

const limit = (name: Limit["name"], remaining: string): Limit => ({
  name,
  limit: amount("1000.00"),
  used: amount("0.00"),
  remaining: amount(remaining),
  resets_at: name.includes("day") ? "2026-11-28T21:00:00.000Z" : "2026-11-30T21:00:00.000Z",
  period: name.includes("day") ? "P1D" : "P1M",
  tier_limit: amount("1000.00"),
  own_limit: null,
  pending: null,
});

describe("what is left of an amount", () => {
  it.each([
    ["2000.00", "300.00", "YEM", "1700.00"],
    ["0.10", "0.30", "USD", "-0.20"],
    ["300", "300", "JPY", "0"],
    ["1.005", "0.001", "KWD", "1.004"],
    ["9007199254740993.01", "0.01", "YEM", "9007199254740993.00"],
  ])("%s less %s in %s is %s, to the last digit", (whole, part, currency, left) => {
    expect(without(whole, part, currency)).toBe(left);
  });
});

describe("what is left of the limits", () => {
  const limits = (day: string, month: string) => [
    limit("out_operation_sum", "1.00"),
    limit("out_day_sum", day),
    limit("out_day_count", "3"),
    limit("out_month_sum", month),
    limit("in_day_sum", "7.00"),
  ];

  it("is that of the day, as long as the month has more", () => {
    expect(limitLeft(limits("500.00", "900.00"), "out", "300.00", "YEM")).toEqual({
      period: "day",
      left: "200.00",
      resetsAt: "2026-11-28T21:00:00.000Z",
    });
  });

  it("leaves out a limit that nobody reaches", () => {
    const day = { ...limit("out_day_sum", "9999999999999.99"), limit: amount("9999999999999.99") };
    expect(limitLeft([day], "out", "1.00", "YEM")).toBeNull();
    const left = limitLeft([day, limit("out_month_sum", "5.00")], "out", "1.00", "YEM");
    expect(left).toMatchObject({ period: "month", left: "4.00" });
  });

  it("is that of the month once less of it is left", () => {
    const left = limitLeft(limits("500.00", "499.99"), "out", "300.00", "YEM");
    expect(left).toMatchObject({ period: "month", left: "199.99" });
  });

  it("is that of the day when both are equal", () => {
    const left = limitLeft(limits("500.00", "500.00"), "out", "1.00", "YEM");
    expect(left).toMatchObject({ period: "day" });
  });

  it("is negative for an amount above the limit", () => {
    expect(limitLeft(limits("100.00", "900.00"), "out", "100.01", "YEM")?.left).toBe("-0.01");
  });

  it("counts what comes in by itself", () => {
    expect(limitLeft(limits("1.00", "1.00"), "in", "2.00", "YEM")).toMatchObject({ left: "5.00" });
  });

  it("is unknown without limits", () => {
    expect(limitLeft([], "out", "1.00", "YEM")).toBeNull();
  });
});

describe("a limit", () => {
  it.each([
    ["100000.00", "100.00", "1.00", true],
    ["99999.99", "100.00", "1.00", false],
    ["100000.00", "0.00", "100.00", true],
    ["99999.99", "0.00", "100.00", false],
    ["-0.01", "100.00", "1.00", false],
    ["999999999999998749.50", "1250.50", "1000.00", true],
  ])("of which %s is left, with %s in the wallet, is far off for %s: %s", (...given) => {
    const [left, available, amount, isFar] = given;
    expect(isFarOff(left, available, amount, "USD")).toBe(isFar);
  });
});
