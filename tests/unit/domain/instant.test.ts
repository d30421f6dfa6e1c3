import { describe, expect, it } from "vitest";
import { microsOf, microsText, parseInstant } from "../../../src/domain/instant.ts";

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

describe("parseInstant", () => {
  it.each([
    "2026-11-23T09:30:00Z",
    "2026-11-23T09:30:00.018204Z",
    "2026-11-23T12:30:00.0182040001+03:00",
    "1969-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00Z",
    "2024-02-29T23:59:59.9-23:59",
  ])("reads %s as microsOf does, also in lower case", (text) => {
    expect(parseInstant(text)).toBe(microsOf(text));
    expect(parseInstant(text.toLowerCase())).toBe(microsOf(text));
  });

  it.each([
    ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"],
    ["2016-12-31T23:59:60.999z", "2017-01-01T00:00:00Z"],
    ["2017-01-01T02:59:60+03:00", "2017-01-01T00:00:00Z"],
    ["2016-12-31T15:59:60-08:00", "2017-01-01T00:00:00Z"],
  ])("reads the leap second %s as the start of the next second", (text, next) => {
    expect(parseInstant(text)).toBe(microsOf(next));
  });

  it.each([
    "",
    "2026-11-23",
    "2026-11-23T09:30Z",
    "2026-11-23T09:30:00",
    "2026-11-23 09:30:00Z",
    "2026-11-23T09:30:00 03:00",
    "2026-11-23T09:30:00.Z",
    "2026-11-23T09:30:00,5Z",
    "2026-11-23T09:30:00+03",
    "2026-11-23T09:30:60Z",
    "2026-11-23T24:00:00Z",
    "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "+02026-01-01T00:00:00Z",
    "٢٠٢٦-01-01T00:00:00Z",
    "2026-11-23T09:30:00Z\n",
    " 2026-11-23T09:30:00Z",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeNull();
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
