import { describe, expect, it } from "vitest";
import { AMOUNT_MINOR_MAX } from "../../../src/domain/bounds.ts";
import { type CurrencyCode, currencyOf } from "../../../src/domain/currency.ts";
import {
  type ExchangeAmounts,
  type ExchangeRequest,
  exchangeAmounts,
} from "../../../src/domain/exchange.ts";
import type { RateTerms } from "../../../src/domain/rate.ts";
import { DECIMALS, randomExchange, seededRandom } from "./random-exchanges.ts";

const EXCHANGES = 1_000_000;

const code = (text: string) => text as CurrencyCode;

const RATE: RateTerms = {
  base: code("USD"),
  counter: code("YEM"),
  market: "aden",
  numerator: 1620n,
  denominator: 1n,
  unit: 1n,
  spreadBasisPoints: 50,
  feeBasisPoints: 100,
  quoteMaxMinor: AMOUNT_MINOR_MAX,
};
const BARE = { ...RATE, spreadBasisPoints: 0, feeBasisPoints: 0 };

const ask = (from: string, to: string, side: "source" | "target", amountMinor: bigint) =>
  ({ from: code(from), to: code(to), side, amountMinor }) satisfies ExchangeRequest;

/** Minor units of the target for one of the source, without rounding: a fraction. */
function exactPrice({ from, to }: ExchangeRequest, rate: RateTerms): [bigint, bigint] {
  const spread = 10_000n - BigInt(rate.spreadBasisPoints);
  const fee = 10_000n - BigInt(rate.feeBasisPoints);
  const [over, under] =
    from === rate.base
      ? [rate.numerator, rate.denominator * rate.unit]
      : [rate.denominator * rate.unit, rate.numerator];
  return [
    over * spread * fee * 10n ** BigInt(currencyOf(to).exponent),
    under * 10_000n * 10_000n * 10n ** BigInt(currencyOf(from).exponent),
  ];
}

/** What is wrong with the amounts of this exchange; null: nothing. */
function faultOf(request: ExchangeRequest, rate: RateTerms, amounts: ExchangeAmounts) {
  const { sourceMinor, feeMinor, targetMinor } = amounts;
  const [over, under] = exactPrice(request, rate);
  const [given, paid] = [sourceMinor * over, targetMinor * under];
  if (targetMinor < 1n || sourceMinor < 1n) return "an amount is zero";
  if (paid > given) return "money is made";
  const isWithinOne =
    request.side === "source" ? given - paid < under : (sourceMinor - 1n) * over < paid;
  if (!isWithinOne) return "the rounding takes a whole unit";
  const feeExact = sourceMinor * BigInt(rate.feeBasisPoints);
  if (feeMinor * 10_000n > feeExact || feeExact >= (feeMinor + 1n) * 10_000n) return "fee";
  if (feeMinor >= sourceMinor) return "nothing is exchanged";
  return null;
}

/** What is wrong with the exchange and the one that changes the money back; null: nothing. */
function roundTripFault(request: ExchangeRequest, rate: RateTerms, amounts: ExchangeAmounts) {
  const { from, to } = request;
  const back = exchangeAmounts(
    { from: to, to: from, side: "source", amountMinor: amounts.targetMinor },
    rate,
  );
  return typeof back !== "string" && back.targetMinor > amounts.sourceMinor
    ? "a round trip makes money"
    : null;
}

describe("exchangeAmounts", () => {
  it("takes spread and fee off the rate in both directions", () => {
    expect(exchangeAmounts(ask("USD", "YEM", "source", 100_00n), RATE)).toEqual({
      sourceMinor: 100_00n,
      feeMinor: 1_00n,
      // 99 × 1620 × 0.995
      targetMinor: 159_578_10n,
    });
    expect(exchangeAmounts(ask("YEM", "USD", "source", 162_000_00n), RATE)).toEqual({
      sourceMinor: 162_000_00n,
      feeMinor: 1_620_00n,
      // 160,380 × 0.995 ÷ 1620 = 98.505
      targetMinor: 98_50n,
    });
  });

  it("takes the smallest source amount that pays a given target", () => {
    const request = ask("YEM", "USD", "target", 98_50n);
    const amounts = exchangeAmounts(request, RATE) as ExchangeAmounts;
    expect(amounts.targetMinor).toBe(98_50n);
    const less = ask("YEM", "USD", "source", amounts.sourceMinor - 1n);
    expect(exchangeAmounts(less, RATE)).toMatchObject({ targetMinor: 98_49n });
  });

  it.each([
    ["JPY", "KWD", 100n, 205n, 1000n, 1_000n, 2_050n],
    ["JPY", "USD", 100n, 67n, 100n, 1_000n, 6_70n],
    ["CLF", "KWD", 1n, 12n, 1n, 1n, 1n],
    ["CLF", "JPY", 1n, 6_000n, 1n, 1_0000n, 6_000n],
  ])("counts the decimals of %s and %s", (a, b, unit, numerator, denominator, given, got) => {
    const rate = {
      ...BARE,
      market: null,
      base: code(a),
      counter: code(b),
      unit,
      numerator,
      denominator,
    };
    expect(exchangeAmounts(ask(a, b, "source", given), rate)).toMatchObject({ targetMinor: got });
  });

  it("refuses an exchange that gives nothing, and one that is too large", () => {
    expect(exchangeAmounts(ask("YEM", "USD", "source", 16_19n), BARE)).toBe("amount_too_small");
    expect(exchangeAmounts(ask("YEM", "USD", "source", 16_20n), BARE)).toMatchObject({
      targetMinor: 1n,
    });
    const most = AMOUNT_MINOR_MAX / 1620n;
    expect(exchangeAmounts(ask("USD", "YEM", "source", most), BARE)).toMatchObject({
      targetMinor: most * 1620n,
    });
    expect(exchangeAmounts(ask("USD", "YEM", "source", most + 1n), BARE)).toBe("amount_too_large");
    expect(exchangeAmounts(ask("YEM", "USD", "target", most + 1n), BARE)).toBe("amount_too_large");
  });

  it("makes no money and rounds within one minor unit in 10^6 random exchanges", () => {
    const random = seededRandom(20_261_128);
    const faults: unknown[] = [];
    const seen = { amounts: 0, amount_too_small: 0, amount_too_large: 0 };
    for (let i = 0; i < EXCHANGES; i++) {
      const [request, rate] = randomExchange(random);
      const amounts = exchangeAmounts(request, rate);
      seen[typeof amounts === "string" ? amounts : "amounts"] += 1;
      if (typeof amounts === "string") continue;
      const fault = faultOf(request, rate, amounts) ?? roundTripFault(request, rate, amounts);
      if (fault) faults.push({ fault, request, rate, amounts });
    }
    expect(faults).toEqual([]);
    expect([...DECIMALS].sort()).toEqual([0, 2, 3, 4]);
    expect(seen.amounts).toBeGreaterThan(EXCHANGES / 2);
    expect(Math.min(seen.amount_too_small, seen.amount_too_large)).toBeGreaterThan(EXCHANGES / 100);
  });
});
