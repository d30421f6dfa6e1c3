import { describe, expect, it } from "vitest";
import { sumSize, typedSumSize } from "../../../../../console/src/ui/sum-size.ts";

describe("the size of a sum", () => {
  it.each([
    ["300.00", "large"],
    ["99,999.00".padEnd(11, "0"), "large"],
    ["0".repeat(12), "middle"],
    ["0".repeat(16), "middle"],
    ["9,999,999,999,999.99", "small"],
  ])("of %s is %s", (figures, size) => expect(sumSize(figures)).toBe(size));
});

describe("the size of a typed amount", () => {
  it.each([
    [8, "large"],
    [9, "middle"],
    [13, "middle"],
    [14, "small"],
  ])("of %i figures is %s", (count, size) => expect(typedSumSize("1".repeat(count))).toBe(size));
});
