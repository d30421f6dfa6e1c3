import { describe, expect, it } from "vitest";
import { percentOf } from "../../../../../console/src/pay/percent.ts";

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
