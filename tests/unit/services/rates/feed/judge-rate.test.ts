import { describe, expect, it } from "vitest";
import { FEED_RATE_SECONDS, RATES_COMPARED_MAX } from "../../../../../src/domain/bounds.ts";
import type { CurrencyCode } from "../../../../../src/domain/currency.ts";
import type { RateId } from "../../../../../src/domain/ids.ts";
import { judgeRate } from "../../../../../src/services/rates/feed/judge-rate.ts";
import type { RateRow } from "../../../../../src/services/rates/rows/rate-row.ts";

const NOW = Date.UTC(2026, 10, 28);
const pair = {
  base: "USD" as CurrencyCode,
  counter: "YEM" as CurrencyCode,
  market: "aden",
} as const;
const rate = (numerator: bigint) => ({ ...pair, numerator, denominator: 1n, unit: 1n });
const row = (more: Partial<RateRow> = {}): RateRow => ({
  ...pair,
  id: "rate" as RateId,
  position: "7",
  numerator: "1000",
  denominator: "1",
  unit: "1",
  spread_basis_points: 50,
  fee_basis_points: 20,
  quote_max: "100",
  source: "feed",
  set_by: null,
  created_at_ms: NOW - 60_000,
  valid_until_ms: NOW + FEED_RATE_SECONDS * 1_000,
  ...more,
});
const HALF = (FEED_RATE_SECONDS / 2) * 1_000;

describe("judgeRate", () => {
  it("records a rate that changed, with the terms of the one before", () => {
    expect(judgeRate(rate(1_100n), [row()], NOW)).toMatchObject({
      kind: "record",
      position: "7",
      terms: { numerator: 1_100n, spreadBasisPoints: 50, feeBasisPoints: 20, quoteMaxMinor: 100n },
    });
  });

  it.each([
    ["keep", rate(1_000n), [row({ valid_until_ms: NOW + HALF + 1 })]],
    ["record", rate(1_000n), [row({ valid_until_ms: NOW + HALF })]],
    ["keep", rate(1_050n), [row({ source: "operator", valid_until_ms: NOW + 1 })]],
    ["record", rate(1_050n), [row({ source: "operator", valid_until_ms: NOW })]],
    ["refuse", rate(1_101n), [row()]],
    ["refuse", rate(1_050n), [row(), row({ numerator: "900" })]],
    ["refuse", rate(1_000n), []],
    ["record", rate(1_001n), Array(RATES_COMPARED_MAX - 1).fill(row())],
    ["refuse", rate(1_001n), Array(RATES_COMPARED_MAX).fill(row())],
  ] as const)("answers %s", (kind, one, earlier) => {
    expect(judgeRate(one, earlier, NOW).kind).toBe(kind);
  });
});
