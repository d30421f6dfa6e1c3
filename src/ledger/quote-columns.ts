// What a transaction shows of its quote, as columns of a statement.
import { sql } from "drizzle-orm";
import type { CurrencyCode } from "../domain/currency.ts";
import type { Market } from "../domain/market.ts";
import type { RateTerms } from "../domain/rate.ts";
import type { ExchangeReceipt } from "../domain/transaction.ts";

/** The terms of the quote's rate; null: one to one. Bigints are text: JSON numbers would round them. */
type RateColumns = [
  base: CurrencyCode,
  counter: CurrencyCode,
  market: Market | null,
  numerator: string,
  denominator: string,
  unit: string,
  spreadBasisPoints: number,
  feeBasisPoints: number,
  quoteMax: string,
];

export type ReceiptColumns = [
  from: CurrencyCode,
  to: CurrencyCode,
  market: Market | null,
  source: string,
  fee: string,
  target: string,
  rate: RateColumns | null,
];

/** ReceiptColumns of the quote `q` and its rate `r`. */
export const receiptColumns = sql`json_build_array(q.from_currency, q.to_currency, q.market,
  q.source_amount::text, q.fee_amount::text, q.target_amount::text,
  CASE WHEN r.id IS NOT NULL THEN json_build_array(r.base, r.counter, r.market, r.numerator::text,
    r.denominator::text, r.unit::text, r.spread_basis_points, r.fee_basis_points, r.quote_max::text)
  END)`;

/** ReceiptColumns of the quote of transaction `t`; null without one. */
export const receiptOfTransaction = sql`CASE WHEN t.quote_id IS NOT NULL THEN (
    SELECT ${receiptColumns} FROM quotes q LEFT JOIN exchange_rates r ON r.id = q.rate_id
    WHERE q.id = t.quote_id) END AS exchange`;

function rateOf(columns: RateColumns): RateTerms {
  const [base, counter, market, numerator, denominator, unit, spread, fee, quoteMax] = columns;
  return {
    base,
    counter,
    market,
    numerator: BigInt(numerator),
    denominator: BigInt(denominator),
    unit: BigInt(unit),
    spreadBasisPoints: spread,
    feeBasisPoints: fee,
    quoteMaxMinor: BigInt(quoteMax),
  };
}

export function receiptOfColumns(columns: ReceiptColumns): ExchangeReceipt {
  const [from, to, market, source, fee, target, rate] = columns;
  return {
    from,
    to,
    market,
    sourceMinor: BigInt(source),
    feeMinor: BigInt(fee),
    targetMinor: BigInt(target),
    rate: rate && rateOf(rate),
  };
}
