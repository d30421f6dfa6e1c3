import { currencyOf } from "../../../domain/currency.ts";
import {
  type ExchangeAmounts,
  exchangeAmounts,
  parAmounts,
  type QuoteSide,
} from "../../../domain/exchange.ts";
import type { RateId } from "../../../domain/ids.ts";
import { DEFAULT_MARKET, hasMarkets, ISO_RIAL } from "../../../domain/market.ts";
import { parseAmount } from "../../../domain/money.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Rate } from "../../../domain/quote.ts";
import type { Sides } from "./quote-sides.ts";

export interface QuoteTerms {
  readonly amounts: ExchangeAmounts;
  /** Null: one to one. */
  readonly rateId: RateId | null;
}

export type TermsRefusal =
  | "invalid_amount"
  | "rate_unavailable"
  | "market_mismatch"
  | "amount_too_small"
  | "quote_limit_exceeded";

/** Whether the exchange is that of ISO 4217's rial into the service's, which needs no rate. */
export function isPar({ from, to }: Pick<Sides, "from" | "to">): boolean {
  return from === ISO_RIAL && hasMarkets(to);
}

/** What a quote offers for this amount, as a decimal in major units of the given side. */
export function quoteTerms(
  sides: Sides,
  { side, amount }: { readonly side: QuoteSide; readonly amount: string },
  rate: Rate | null,
): Outcome<QuoteTerms, TermsRefusal> {
  const { from, to, market } = sides;
  const amountMinor = parseAmount(amount, currencyOf(side === "source" ? from : to).exponent);
  if (amountMinor === null) return refuse("invalid_amount");
  if (isPar(sides)) {
    if (market !== DEFAULT_MARKET) return refuse("market_mismatch");
    return done({ amounts: parAmounts(amountMinor), rateId: null });
  }
  if (!rate) return refuse("rate_unavailable");
  const amounts = exchangeAmounts({ from, to, side, amountMinor }, rate);
  if (amounts === "amount_too_small") return refuse("amount_too_small");
  if (amounts === "amount_too_large") return refuse("quote_limit_exceeded");
  const baseMinor = from === rate.base ? amounts.sourceMinor : amounts.targetMinor;
  if (baseMinor > rate.quoteMaxMinor) return refuse("quote_limit_exceeded");
  return done({ amounts, rateId: rate.id });
}
