import { describe, expect, it } from "vitest";
import { meterPercent } from "../../../../../console/src/ui/meter-percent.ts";

describe("a part of a whole in per cent", () => {
  it.each([
    ["0.00", "100.00", 0],
    ["0.01", "1000000000000000.00", 1],
    ["50", "100", 50],
    ["1200.00", "6000.00", 20],
    ["99.99", "100.00", 99],
    ["100.00", "100.00", 100],
    ["120.00", "100.00", 100],
    ["0.5", "1.000", 50],
    ["1", "0", 100],
    ["-5.00", "100.00", 0],
  ])("%s of %s is %i", (part, whole, percent) => {
    expect(meterPercent(part, whole)).toBe(percent);
  });
});
