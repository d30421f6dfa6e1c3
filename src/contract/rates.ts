import { z } from "zod";
import { currencyOf, findCurrency } from "../domain/currency.ts";
import { toWireId } from "../domain/ids.ts";
import { MARKETS, type Market } from "../domain/market.ts";
import { formatAmount } from "../domain/money.ts";
import type { Page } from "../domain/page.ts";
import { RATE_SOURCES, type Rate } from "../domain/quote.ts";
import { type Pair, type RateTerms, ratioText } from "../domain/rate.ts";
import { idText } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";

/** The market of a rate in answers; null if neither currency is YEM. */
export const MarketBody = z
  .enum(MARKETS)
  .nullable()
  .meta({
    description:
      "The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.",
    examples: ["aden"],
  });

export const termsFields = {
  base_currency: z.string().meta({
    description: "Of the two currencies the first by the alphabet.",
    examples: ["USD"],
  }),
  counter_currency: z.string().meta({ examples: ["YEM"] }),
  market: MarketBody,
  rate: z.string().meta({
    description:
      "What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.",
    examples: ["1620"],
  }),
  unit: z.int().meta({ description: "Major units of the base currency.", examples: [1] }),
  numerator: z.string().meta({ examples: ["1620"] }),
  denominator: z.string().meta({
    description: "`unit` of base are worth numerator ÷ denominator of counter.",
    examples: ["1"],
  }),
  spread_basis_points: z.int().meta({
    description: "Taken off the rate in either direction. 100 are 1 %.",
    examples: [50],
  }),
  fee_basis_points: z.int().meta({ description: "Of the source amount.", examples: [20] }),
  quote_max: z.string().meta({
    description: "The largest amount of one quote, in the base currency.",
    examples: ["20000.00"],
  }),
};

export const RateBody = z
  .object({
    id: idText("rat", "The rate."),
    ...termsFields,
    source: z.enum(RATE_SOURCES).meta({
      description:
        "Who set it: operators, the feed, or `npm start` for trying the service (never in production).",
    }),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    valid_until: z.iso.datetime().meta({
      description: "From then on there is no rate of the pair, unless a newer one was set.",
      examples: ["2026-11-24T09:30:00.000Z"],
    }),
  })
  .meta({ id: "Rate", description: "An exchange rate of two currencies, in both directions." });

/** The wire form of what was set as a rate. */
export function termsBody(terms: RateTerms) {
  return {
    base_currency: terms.base,
    counter_currency: terms.counter,
    market: terms.market,
    rate: ratioText(terms),
    unit: Number(terms.unit),
    numerator: terms.numerator.toString(),
    denominator: terms.denominator.toString(),
    spread_basis_points: terms.spreadBasisPoints,
    fee_basis_points: terms.feeBasisPoints,
    quote_max: formatAmount(terms.quoteMaxMinor, currencyOf(terms.base).exponent),
  };
}

const { quote_max: _, ...quotedTerms } = termsFields;

/** The schema of a rate that a quote holds. */
export const QuotedRate = z.object(quotedTerms);

/** The wire form of a rate that a quote holds. */
export function quotedRateBody(rate: RateTerms): z.infer<typeof QuotedRate> {
  const { quote_max: _, ...terms } = termsBody(rate);
  return terms;
}

/** The wire form of a rate. */
export function rateBody(rate: Rate): z.infer<typeof RateBody> {
  return {
    id: toWireId("rat", rate.id),
    ...termsBody(rate),
    source: rate.source,
    created_at: rate.createdAt.toISOString(),
    valid_until: rate.validUntil.toISOString(),
  };
}

const isMarket = (text: string | undefined): text is Market => MARKETS.some((m) => m === text);

/** Reads `USD YEM aden` or `EUR USD `; null for any other text. */
function readPair(text: string): Pair | null {
  const [base = "", counter = "", market = "", ...rest] = text.split(" ");
  const [first, second] = [findCurrency(base), findCurrency(counter)];
  if (!first || !second || rest.length > 0 || (market !== "" && !isMarket(market))) return null;
  return { base: first.code, counter: second.code, market: market === "" ? null : market };
}

// Version 2: a cursor's tag covers its position.
const rates = pagedList<Pair>({
  name: "rates",
  version: 2,
  read: readPair,
  write: ({ base, counter, market }) => `${base} ${counter} ${market ?? ""}`,
  example: readPair("USD YEM aden") as Pair,
});

/** The query of the list of rates. */
export const RatesQuery = z.strictObject(rates.fields);

export const RatesPage = rates.schema(RateBody, "RatesPage");

/** A page of rates. */
export function ratesPage(page: Page<Rate, Pair>, scope: ListScope): z.infer<typeof RatesPage> {
  return rates.body(page, scope, rateBody);
}
