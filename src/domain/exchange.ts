// The arithmetic of an exchange. Its one formula, with all amounts in minor units:
//
//   target = ⌊ source × (1 − fee) × (1 − spread) × rate × 10^(decimals of target − of source) ⌋
//
// It is computed from integers and rounded once, at the end, in the service's favour. So an exchange
// costs the customer less than one minor unit of the target currency, or, when the target amount was
// given, less than one minor unit of the source currency.
import { AMOUNT_MINOR_MAX } from "./bounds.ts";
import type { CurrencyCode } from "./currency.ts";
import { BASIS_POINTS, keptOf, type Pair, type Ratio, scaleBetween, type Terms } from "./rate.ts";

/** The side of an exchange whose amount the customer gives; the other one is computed. */
export const QUOTE_SIDES = ["source", "target"] as const;
export type QuoteSide = (typeof QUOTE_SIDES)[number];

/** An exchange as a customer asks for it. */
export interface ExchangeRequest {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly side: QuoteSide;
  /** Minor units of the given side's currency, from 1 to AMOUNT_MINOR_MAX. */
  readonly amountMinor: bigint;
}

/** What an exchange moves, in minor units. */
export interface ExchangeAmounts {
  /** What leaves the source wallet, the fee included. */
  readonly sourceMinor: bigint;
  /** The part of sourceMinor that is the fee: rounded down, and the service's in any case. */
  readonly feeMinor: bigint;
  /** What reaches the target wallet. */
  readonly targetMinor: bigint;
}

/** Why there is no such exchange: an amount would be zero, or larger than an amount can be. */
export type ExchangeFault = "amount_too_small" | "amount_too_large";

/**
 * Minor units of the target currency for one of the source currency, after spread and fee: over ÷
 * under.
 */
function priceOf(
  { from, to }: Pick<ExchangeRequest, "from" | "to">,
  rate: Pair & Ratio & Omit<Terms, "quoteMaxMinor">,
): [over: bigint, under: bigint] {
  const [scaleOver, scaleUnder] = scaleBetween(from, to);
  const { numerator, denominator, unit } = rate;
  const [over, under] =
    from === rate.base ? [numerator, denominator * unit] : [denominator * unit, numerator];
  return [over * keptOf(rate) * scaleOver, under * BASIS_POINTS * BASIS_POINTS * scaleUnder];
}

const ceilDivide = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
const isAmount = (minor: bigint): boolean => minor <= AMOUNT_MINOR_MAX;

/**
 * The amounts of an exchange at this rate, whose pair must be the request's currencies. With the
 * target given, the source is the smallest amount that pays it.
 */
export function exchangeAmounts(
  request: ExchangeRequest,
  rate: Pair & Ratio & Omit<Terms, "quoteMaxMinor">,
): ExchangeAmounts | ExchangeFault {
  const { side, amountMinor } = request;
  const [over, under] = priceOf(request, rate);
  const sourceMinor = side === "source" ? amountMinor : ceilDivide(amountMinor * under, over);
  const targetMinor = side === "target" ? amountMinor : (amountMinor * over) / under;
  if (targetMinor === 0n) return "amount_too_small";
  if (!isAmount(sourceMinor) || !isAmount(targetMinor)) return "amount_too_large";
  return { sourceMinor, feeMinor: feeOf(sourceMinor, rate.feeBasisPoints), targetMinor };
}

/** The fee of an amount, rounded down. */
export function feeOf(sourceMinor: bigint, feeBasisPoints: number): bigint {
  return (sourceMinor * BigInt(feeBasisPoints)) / BASIS_POINTS;
}

/** The amounts of an exchange of YER into YEM: one to one, without a fee. */
export function parAmounts(amountMinor: bigint): ExchangeAmounts {
  return { sourceMinor: amountMinor, feeMinor: 0n, targetMinor: amountMinor };
}
