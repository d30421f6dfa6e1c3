// Exchange rates: ratios of integers between two currencies. No float is ever made of one.
import { DEDUCTION_BASIS_POINTS_MAX, RATE_TERM_MAX, RATE_UNIT_MAX } from "./bounds.ts";
import { type CurrencyCode, currencyOf, DEFAULT_CURRENCY, findCurrency } from "./currency.ts";
import { hasMarkets, ISO_RIAL, type Market } from "./market.ts";

/** One part in BASIS_POINTS is a basis point: 10,000 of them are the whole. */
export const BASIS_POINTS = 10_000n;

/** `unit` major units of the base currency are worth numerator ÷ denominator of the counter one. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly unit: bigint;
}

/**
 * Two currencies, in the order of the alphabet, so that no pair has two rates that contradict each
 * other; and the market of the rial if one of them is YEM.
 */
export interface Pair {
  readonly base: CurrencyCode;
  readonly counter: CurrencyCode;
  readonly market: Market | null;
}

/** What the service keeps of an exchange, and how large one may be. */
export interface Terms {
  /** Taken off the rate, in either direction. */
  readonly spreadBasisPoints: number;
  /** Of the source amount. */
  readonly feeBasisPoints: number;
  /** The largest amount of one quote, in minor units of the base currency. */
  readonly quoteMaxMinor: bigint;
}

/** A rate as somebody sets it. */
export interface RateTerms extends Pair, Ratio, Terms {}

const PLAIN_RATE = /^(0|[1-9]\d{0,11})(?:\.(\d{1,12}))?$/;

/**
 * Parses a positive plain decimal, for example "1620.5", into a ratio without rounding. Null for any
 * other text: a sign, an exponent, a blank, zero, more than twelve digits on a side.
 */
export function parseRatio(text: string, unit: bigint): Ratio | null {
  const match = PLAIN_RATE.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  const ratio = {
    numerator: BigInt(whole + fraction),
    denominator: 10n ** BigInt(fraction.length),
    unit,
  };
  const lowest = reduced(ratio);
  return isRatio(lowest) ? lowest : null;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** The same ratio in lowest terms. */
function reduced({ numerator, denominator, unit }: Ratio): Ratio {
  const divisor = greatestCommonDivisor(numerator, denominator) || 1n;
  return { numerator: numerator / divisor, denominator: denominator / divisor, unit };
}

/** Whether each term is positive and within its bound. */
export function isRatio({ numerator, denominator, unit }: Ratio): boolean {
  const isTerm = (term: bigint) => term >= 1n && term <= RATE_TERM_MAX;
  return isTerm(numerator) && isTerm(denominator) && unit >= 1n && unit <= RATE_UNIT_MAX;
}

/** The decimal of a ratio with up to twelve digits after the point, for people to read only. */
export function ratioText({ numerator, denominator }: Ratio): string {
  const scaled = (numerator * 10n ** 12n) / denominator;
  const digits = scaled.toString().padStart(13, "0");
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, "");
}

/** Why two currencies and a market are not a pair that can have a rate. */
export type PairFault = "same_currency" | "market_required" | "no_market" | "not_exchanged";

/**
 * The pair of two currencies in either order. YER has no rates: it is worth exactly one YEM.
 */
export function pairOf(a: CurrencyCode, b: CurrencyCode, market: Market | null): Pair | PairFault {
  if (a === b) return "same_currency";
  if (a === ISO_RIAL || b === ISO_RIAL) return "not_exchanged";
  const needsMarket = hasMarkets(a) || hasMarkets(b);
  if (needsMarket !== (market !== null)) return needsMarket ? "market_required" : "no_market";
  return a < b ? { base: a, counter: b, market } : { base: b, counter: a, market };
}

/** The ratio seen from the counter currency: one unit of it in the base currency, exactly. */
export function inverseOf({ numerator, denominator, unit }: Ratio): Ratio {
  return reduced({ numerator: denominator * unit, denominator: numerator, unit: 1n });
}

/** A currency as rate feeds write it: the rial is YER there and YEM here. Null: not supported. */
export function currencyOfFeed(code: string): CurrencyCode | null {
  return findCurrency(code === ISO_RIAL ? DEFAULT_CURRENCY : code)?.code ?? null;
}

/**
 * The share of the source amount's value that the customer keeps, in parts of BASIS_POINTS squared.
 */
export function keptOf({
  spreadBasisPoints,
  feeBasisPoints,
}: Omit<Terms, "quoteMaxMinor">): bigint {
  return (BASIS_POINTS - BigInt(spreadBasisPoints)) * (BASIS_POINTS - BigInt(feeBasisPoints));
}

/** Whether spread and fee together are within their bound. */
export function areTerms({
  spreadBasisPoints,
  feeBasisPoints,
}: Omit<Terms, "quoteMaxMinor">): boolean {
  const isWithin = (points: number) =>
    Number.isInteger(points) && points >= 0 && points <= DEDUCTION_BASIS_POINTS_MAX;
  return isWithin(spreadBasisPoints) && isWithin(feeBasisPoints);
}

/**
 * Whether `next` is further than `basisPoints` from `last`, in either direction: the rate, or what
 * the service keeps of an exchange, or a higher limit for one quote. Such a change needs two people.
 */
export function isJump(last: Ratio & Terms, next: Ratio & Terms, basisPoints: bigint): boolean {
  const before = last.numerator * next.denominator * next.unit;
  const after = next.numerator * last.denominator * last.unit;
  const [low, high] = before < after ? [before, after] : [after, before];
  if (high * BASIS_POINTS > low * (BASIS_POINTS + basisPoints)) return true;
  const kept = keptOf(last) - keptOf(next);
  const change = kept < 0n ? -kept : kept;
  return change > basisPoints * BASIS_POINTS || next.quoteMaxMinor > last.quoteMaxMinor;
}

/** The power of ten between minor units: ten to (decimals of `b` − decimals of `a`), as a ratio. */
export function scaleBetween(a: CurrencyCode, b: CurrencyCode): [over: bigint, under: bigint] {
  const digits = currencyOf(b).exponent - currencyOf(a).exponent;
  return digits >= 0 ? [10n ** BigInt(digits), 1n] : [1n, 10n ** BigInt(-digits)];
}
