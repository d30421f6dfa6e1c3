import { describe, expect, it } from "vitest";
import { allCurrencies } from "../../src/domain/currency.ts";
import { stepUpThresholdMinor } from "../../src/domain/second-factor.ts";

describe("step-up thresholds", () => {
  it("stand for every currency, in its minor units", () => {
    expect(stepUpThresholdMinor("YEM")).toBe(10_000_000n);
    expect(stepUpThresholdMinor("JPY")).toBe(30_000n);
    expect(stepUpThresholdMinor("KWD")).toBe(60_000n);
    expect(stepUpThresholdMinor("MAD")).toBe(10_000n);
    for (const { code } of allCurrencies()) expect(stepUpThresholdMinor(code) > 0n).toBe(true);
  });
});
