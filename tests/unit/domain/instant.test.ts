import { describe, expect, it } from "vitest";
import { microsOf, microsText } from "../../../src/domain/instant.ts";

describe("microsOf", () => {
  it.each([
    ["2026-11-23T09:30:00Z", 1_795_426_200_000_000n],
    ["2026-11-23T09:30:00.5Z", 1_795_426_200_500_000n],
    ["2026-11-23T09:30:00.018204Z", 1_795_426_200_018_204n],
    ["2026-11-23T12:30:00.018204+03:00", 1_795_426_200_018_204n],
    ["2026-11-23T09:30:00.0182040000Z", 1_795_426_200_018_204n],
    ["2026-11-23T09:30:00.0182040001Z", 1_795_426_200_018_205n],
    ["2026-11-23T09:30:00.9999999Z", 1_795_426_201_000_000n],
    ["1969-12-31T23:59:59.999999Z", -1n],
  ])("reads %s, and rounds fractions of a microsecond up", (text, micros) => {
    expect(microsOf(text)).toBe(micros);
  });
});

describe("microsText", () => {
  it("writes a time that microsOf reads as the same microsecond", () => {
    for (const micros of [0n, 1n, 1_795_426_200_018_204n, 1_795_426_200_000_000n]) {
      expect(microsOf(microsText(micros))).toBe(micros);
    }
    expect(microsText(1_795_426_200_018_204n)).toBe("2026-11-23T09:30:00.018204Z");
  });
});
