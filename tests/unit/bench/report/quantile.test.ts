import { describe, expect, it } from "vitest";
import { quantile } from "../../../../bench/report/quantile.ts";

describe("a quantile", () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3], 1, 3],
    [[7], 0.9, 7],
    [[], 0.5, Number.NaN],
  ])("of %j at %s is %s", (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
});
