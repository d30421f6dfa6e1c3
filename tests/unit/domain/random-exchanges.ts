import { AMOUNT_MINOR_MAX } from "../../../src/domain/bounds.ts";
import { allCurrencies, type CurrencyCode } from "../../../src/domain/currency.ts";
import type { ExchangeRequest } from "../../../src/domain/exchange.ts";
import { MARKETS } from "../../../src/domain/market.ts";
import { type Pair, pairOf, type RateTerms } from "../../../src/domain/rate.ts";

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One currency of each number of decimals that exists, and others. */
const CURRENCIES = ["JPY", "KRW", "USD", "YEM", "EUR", "SAR", "KWD", "OMR", "CLF", "UYW"].map(
  (code) => code as CurrencyCode,
);

export const DECIMALS = new Set(
  allCurrencies()
    .filter(({ code }) => CURRENCIES.includes(code))
    .map(({ exponent }) => exponent),
);

/** A request and a rate for it: amounts and rates of all magnitudes, about equally many of each. */
export function randomExchange(random: () => number): [ExchangeRequest, RateTerms] {
  const upTo = (n: number) => Math.floor(random() * n);
  const magnitude = (digits: number) => BigInt(1 + Math.floor(10 ** (random() * digits)));
  const from = CURRENCIES[upTo(CURRENCIES.length)] as CurrencyCode;
  const others = CURRENCIES.filter((code) => code !== from);
  const to = others[upTo(others.length)] as CurrencyCode;
  const hasRial = from === "YEM" || to === "YEM";
  const pair = pairOf(from, to, hasRial ? (MARKETS[upTo(2)] ?? null) : null) as Pair;
  const amountMinor = magnitude(15) % AMOUNT_MINOR_MAX || 1n;
  const rate = {
    ...pair,
    numerator: magnitude(12),
    denominator: magnitude(12),
    unit: 10n ** BigInt(upTo(4)),
    spreadBasisPoints: upTo(3) === 0 ? 0 : upTo(1_001),
    feeBasisPoints: upTo(3) === 0 ? 0 : upTo(1_001),
    quoteMaxMinor: AMOUNT_MINOR_MAX,
  };
  return [{ from, to, side: upTo(2) === 0 ? "source" : "target", amountMinor }, rate];
}
