import { describe, expect, it } from "vitest";
import { RATE_TERM_MAX, RATE_UNIT_MAX } from "../../../src/domain/bounds.ts";
import type { CurrencyCode } from "../../../src/domain/currency.ts";
import {
  currencyOfFeed,
  inverseOf,
  isJump,
  isRatio,
  pairOf,
  parseRatio,
  ratioText,
} from "../../../src/domain/rate.ts";

const code = (text: string) => text as CurrencyCode;
const TERMS = { spreadBasisPoints: 50, feeBasisPoints: 20, quoteMaxMinor: 100n };
const rate = (numerator: bigint, denominator = 1n, unit = 1n) => ({
  numerator,
  denominator,
  unit,
  ...TERMS,
});

describe("parseRatio", () => {
  it.each([
    ["1620", 1_620n, 1n],
    ["1620.50", 3_241n, 2n],
    ["0.000001", 1n, 1_000_000n],
    ["0.2666", 1_333n, 5_000n],
    ["999999999999", 999_999_999_999n, 1n],
  ])("reads %s exactly, in lowest terms", (text, numerator, denominator) => {
    expect(parseRatio(text, 1n)).toEqual({ numerator, denominator, unit: 1n });
  });

  it.each([
    "",
    "0",
    "0.0",
    "-1",
    "+1",
    "1e3",
    " 1",
    "1.",
    ".5",
    "01",
    "1,5",
    "NaN",
    "1".repeat(13),
    "0.1234567890123",
  ])("refuses %j", (text) => expect(parseRatio(text, 1n)).toBeNull());

  it("keeps each term within its bound", () => {
    const most = { numerator: RATE_TERM_MAX, denominator: RATE_TERM_MAX, unit: RATE_UNIT_MAX };
    expect(isRatio(most)).toBe(true);
    expect(isRatio({ ...most, numerator: RATE_TERM_MAX + 1n })).toBe(false);
    expect(isRatio({ ...most, denominator: RATE_TERM_MAX + 1n })).toBe(false);
    expect(isRatio({ ...most, unit: RATE_UNIT_MAX + 1n })).toBe(false);
  });
});

describe("a ratio", () => {
  it("is shown as a decimal that is cut, and never as 0 for people", () => {
    expect(ratioText(rate(10_000n, 7n))).toBe("1428.571428571428");
    expect(ratioText(rate(1n, 10n ** 12n))).toBe("0.000000000001");
    expect(ratioText(rate(100n))).toBe("100");
  });

  it("has an exact inverse, with its unit", () => {
    expect(inverseOf(rate(65n, 100n, 100n))).toEqual({
      numerator: 2_000n,
      denominator: 13n,
      unit: 1n,
    });
    const twice = inverseOf(inverseOf(rate(1_333n, 5_000n)));
    expect(twice).toEqual({ numerator: 1_333n, denominator: 5_000n, unit: 1n });
  });
});

describe("pairOf", () => {
  it("puts two currencies into the order of the alphabet", () => {
    const pair = { base: "USD", counter: "YEM", market: "aden" };
    expect(pairOf(code("YEM"), code("USD"), "aden")).toEqual(pair);
    expect(pairOf(code("USD"), code("YEM"), "aden")).toEqual(pair);
  });

  it.each([
    ["same_currency", "USD", "USD", null],
    ["market_required", "USD", "YEM", null],
    ["no_market", "USD", "EUR", "aden"],
    ["not_exchanged", "YER", "USD", "aden"],
  ] as const)("answers %s", (fault, a, b, market) => {
    expect(pairOf(code(a), code(b), market)).toBe(fault);
  });

  it("reads the rial of a feed as YEM", () => {
    expect(currencyOfFeed("YER")).toBe("YEM");
    expect(currencyOfFeed("USD")).toBe("USD");
    expect(currencyOfFeed("XYZ")).toBeNull();
  });
});

describe("isJump", () => {
  it("compares rates in both directions and in any unit", () => {
    expect(isJump(rate(100n), rate(105n), 500n)).toBe(false);
    expect(isJump(rate(10_000n), rate(10_501n), 500n)).toBe(true);
    expect(isJump(rate(105n), rate(100n), 500n)).toBe(false);
    expect(isJump(rate(10_501n), rate(10_000n), 500n)).toBe(true);
    expect(isJump(rate(100n), rate(10_000n, 1n, 100n), 500n)).toBe(false);
  });

  it("compares what is kept of an exchange, and the limit", () => {
    const last = rate(100n);
    expect(isJump(last, { ...last, spreadBasisPoints: 540 }, 500n)).toBe(false);
    expect(isJump(last, { ...last, spreadBasisPoints: 560 }, 500n)).toBe(true);
    expect(isJump(last, { ...last, feeBasisPoints: 600 }, 500n)).toBe(true);
    expect(isJump(last, { ...last, quoteMaxMinor: 101n }, 500n)).toBe(true);
    expect(isJump(last, { ...last, quoteMaxMinor: 99n }, 500n)).toBe(false);
  });
});
