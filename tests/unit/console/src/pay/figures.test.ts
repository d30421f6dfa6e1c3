import { describe, expect, it } from "vitest";
import { percentOf } from "../../../../../console/src/pay/percent.ts";
import { sumSize } from "../../../../../console/src/pay/sum-size.ts";

describe("basis points as a percentage", () => {
  it.each([
    [0, "0"],
    [1, "0.01"],
    [20, "0.2"],
    [50, "0.5"],
    [100, "1"],
    [1_005, "10.05"],
  ])("%i are %s", (basisPoints, percent) => expect(percentOf(basisPoints)).toBe(percent));
});

describe("the size of a sum", () => {
  it.each([
    ["300.00", "large"],
    ["99,999.00".padEnd(11, "0"), "large"],
    ["0".repeat(12), "middle"],
    ["0".repeat(16), "middle"],
    ["9,999,999,999,999.99", "small"],
  ])("of %s is %s", (figures, size) => expect(sumSize(figures)).toBe(size));
});
