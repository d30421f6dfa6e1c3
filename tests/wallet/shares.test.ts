import { describe, expect, it } from "vitest";
import { shareOf } from "../../src/wallet/shares.ts";

describe("the shares of wallet objects and writers", () => {
  it("are even although names are alike, and the same at every call", () => {
    for (const count of [2, 8, 10]) {
      const sizes = Array<number>(count).fill(0);
      for (let n = 0; n < 10_000; n++) {
        const id = n.toString(16).padStart(12, "0");
        const share = shareOf(`0190cafe-${id}/0190cafe-${id}`, count);
        expect(shareOf(`0190cafe-${id}/0190cafe-${id}`, count)).toBe(share);
        sizes[share] = (sizes[share] ?? 0) + 1;
      }
      const even = 10_000 / count;
      expect(Math.min(...sizes)).toBeGreaterThan(0.8 * even);
      expect(Math.max(...sizes)).toBeLessThan(1.2 * even);
    }
  });
});
