import { type SQL, sql } from "drizzle-orm";
import {
  FEED_AGE_SECONDS_MAX,
  FEED_AHEAD_SECONDS_MAX,
  FEED_RATE_SECONDS,
  RATES_COMPARED_MAX,
} from "../../domain/bounds.ts";
import type { RateTerms } from "../../domain/rate.ts";
import { logLine } from "../../log/log-line.ts";
import type { ServiceContext } from "../context.ts";
import { type Fetch, fetchFeed } from "./feed/fetch-feed.ts";
import { type FeedVerdict, judgeRate } from "./feed/judge-rate.ts";
import { type FeedRate, parseFeed, type RatesFeed } from "./feed/parse-feed.ts";
import {
  isPair,
  LOCK_RATES,
  lastPosition,
  type RateRow,
  selectReferences,
} from "./rows/rate-row.ts";
import { insertRate, isStillLast } from "./rows/write-rate.ts";

type Recorded = Extract<FeedVerdict, { readonly kind: "record" }>;

/**
 * Reads the feed of rates, if the settings name one, and records the rates that changed or run out.
 * Returns how many it recorded. A rate that jumps by more than FEED_JUMP_BASIS_POINTS is refused and
 * logged: an operator sets it. Nothing is recorded of a feed whose own time is too old or in the
 * future, or not later than what was recorded before. Throws if the feed cannot be read: its rates
 * then run out, and their pairs cannot be exchanged.
 */
export async function readFeed(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  get: Fetch = fetch,
): Promise<number> {
  const { ratesFeedUrl } = ctx.config;
  if (ratesFeedUrl === null) return 0;
  const feed = parseFeed(await fetchFeed(ratesFeedUrl, get));
  if (feed.unread > 0) console.warn(logLine("feed_rates_unread", { rates: feed.unread }));
  const verdicts = await judgeAll(ctx, feed.rates);
  const records = verdicts.filter((verdict) => verdict.kind === "record");
  return records.length === 0 ? 0 : record(ctx, feed, records);
}

async function judgeAll(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  rates: readonly FeedRate[],
): Promise<FeedVerdict[]> {
  const [first, ...rest] = rates.map((rate) =>
    db.execute<RateRow>(selectReferences(rate, RATES_COMPARED_MAX)),
  );
  if (!first) return [];
  const earlier = await db.batch([first, ...rest]);
  return rates.map((rate, i) => {
    const verdict = judgeRate(rate, earlier[i]?.rows ?? [], nowMs());
    if (verdict.kind === "refuse") {
      const pair = `${rate.base} ${rate.counter} ${rate.market ?? ""}`.trim();
      console.warn(logLine("feed_rate_refused", { pair, reason: verdict.reason }));
    }
    return verdict;
  });
}

async function record(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { quotedAt }: RatesFeed,
  records: readonly Recorded[],
): Promise<number> {
  const inserts = records.map(({ terms, position }) => {
    const only = sql`${isStillLast(terms, position)} AND ${isTimely(terms, quotedAt)}`;
    const rate = {
      terms,
      validSeconds: FEED_RATE_SECONDS,
      source: "feed",
      setBy: null,
      approvedBy: null,
      quotedAt,
    } as const;
    return db.execute(insertRate(rate, only, nowMs()));
  });
  const [, ...written] = await db.batch([db.execute(LOCK_RATES), ...inserts]);
  return written.reduce((total, { rowCount }) => total + rowCount, 0);
}

/**
 * The SQL condition that the feed's time is near the database's and later than what it said before,
 * and that no rate of an operator is in force.
 */
function isTimely(terms: RateTerms, quotedAt: string): SQL {
  return sql`(${quotedAt}::timestamptz
      BETWEEN now() - make_interval(secs => ${FEED_AGE_SECONDS_MAX}::int)
        AND now() + make_interval(secs => ${FEED_AHEAD_SECONDS_MAX}::int)
    AND NOT EXISTS (SELECT FROM exchange_rates r
      WHERE ${isPair(terms)} AND r.quoted_at >= ${quotedAt}::timestamptz)
    AND NOT EXISTS (SELECT FROM exchange_rates r WHERE ${isPair(terms)}
      AND r.position = ${lastPosition(terms)} AND r.source = 'operator' AND r.valid_until > now()))`;
}
