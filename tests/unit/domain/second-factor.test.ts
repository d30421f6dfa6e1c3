import { describe, expect, it } from "vitest";
import { allCurrencies, currencyOf } from "../../../src/domain/currency.ts";
import { stepUpThresholdMinor } from "../../../src/domain/second-factor.ts";

const thresholdOf = (code: string) => stepUpThresholdMinor(currencyOf(code).code);

describe("step-up thresholds", () => {
  it("exist for every currency, in its minor units", () => {
    expect(thresholdOf("YEM")).toBe(10_000_000n);
    expect(thresholdOf("JPY")).toBe(30_000n);
    expect(thresholdOf("KWD")).toBe(60_000n);
    expect(thresholdOf("MAD")).toBe(10_000n);
    for (const { code } of allCurrencies()) expect(stepUpThresholdMinor(code) > 0n).toBe(true);
  });
});
