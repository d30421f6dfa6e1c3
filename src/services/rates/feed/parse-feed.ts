import { z } from "zod";
import { FEED_RATES_MAX, RATE_UNIT_MAX } from "../../../domain/bounds.ts";
import { MARKETS } from "../../../domain/market.ts";
import {
  currencyOfFeed,
  inverseOf,
  isRatio,
  type Pair,
  pairOf,
  parseRatio,
  type Ratio,
} from "../../../domain/rate.ts";

const Feed = z.object({
  as_of: z.iso.datetime({ offset: true }),
  rates: z
    .array(
      z.object({
        base: z.string(),
        counter: z.string(),
        market: z.enum(MARKETS).nullish(),
        unit: z.int().min(1).max(Number(RATE_UNIT_MAX)).default(1),
        // A decimal string: a JSON parser may have rounded a number.
        rate: z.string(),
      }),
    )
    .max(FEED_RATES_MAX),
});

/** One rate of the feed, in the order of the service's pairs. */
export type FeedRate = Pair & Ratio;

export interface RatesFeed {
  /** When the feed saw the rates: an instant as Postgres reads it. */
  readonly quotedAt: string;
  readonly rates: readonly FeedRate[];
  /** Rates that name no pair of the service, or no ratio. */
  readonly unread: number;
}

/**
 * Reads the feed's text. ISO 4217's YER is YEM here. Throws for a text of another form, and for a
 * feed that names one pair twice: it would be unknown which rate is meant.
 */
export function parseFeed(text: string): RatesFeed {
  const { as_of: quotedAt, rates: given } = Feed.parse(JSON.parse(text));
  const rates = given.flatMap((one) => rateOf(one) ?? []);
  const pairs = new Set(rates.map(({ base, counter, market }) => `${base} ${counter} ${market}`));
  if (pairs.size < rates.length) throw new Error("the feed names a pair twice");
  return { quotedAt, rates, unread: given.length - rates.length };
}

function rateOf(given: z.output<typeof Feed>["rates"][number]): FeedRate | null {
  const [base, counter] = [currencyOfFeed(given.base), currencyOfFeed(given.counter)];
  const pair = base && counter && pairOf(base, counter, given.market ?? null);
  if (!pair || typeof pair === "string") return null;
  const ratio = parseRatio(given.rate, BigInt(given.unit));
  const ordered = ratio && pair.base !== base ? inverseOf(ratio) : ratio;
  return ordered && isRatio(ordered) ? { ...pair, ...ordered } : null;
}
