import { describe, expect, it } from "vitest";
import { pairSlug, readPair } from "../../../../../../console/src/desk/rates/pair.ts";

describe("a pair in an address", () => {
  it("is read as it was written, with the market of the rial", () => {
    for (const slug of ["USD-YEM-aden", "YEM-USD-sanaa", "EUR-USD"]) {
      const pair = readPair(slug);
      expect(pair && pairSlug(pair), slug).toBe(slug);
    }
  });

  it("is refused without the market that it needs, with one that it lacks, and if it is no pair", () => {
    for (const slug of ["USD-YEM", "EUR-USD-aden", "USD-USD", "USD-YEM-cairo", "usd-eur", ""]) {
      expect(readPair(slug), slug).toBeNull();
    }
  });
});
