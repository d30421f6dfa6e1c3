import { type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../../db/connect.ts";
import { OPEN_QUOTES_MAX, QUOTE_SECONDS } from "../../../domain/bounds.ts";
import type { QuoteSide } from "../../../domain/exchange.ts";
import type { QuoteId, UserId } from "../../../domain/ids.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { hasActiveSession } from "../../identity/sessions/session-conditions.ts";
import { writeInSession } from "../../identity/sessions/write-in-session.ts";
import { isInForce } from "../../rates/rows/rate-row.ts";
import { QUOTE_COLUMNS, QUOTE_TABLES, type QuoteRow } from "./quote-row.ts";
import type { Sides } from "./quote-sides.ts";
import type { QuoteTerms } from "./quote-terms.ts";

/** A quote to write. */
export interface NewQuote {
  readonly id: QuoteId;
  readonly sides: Sides;
  readonly side: QuoteSide;
  readonly terms: QuoteTerms;
  readonly key: string | null;
  readonly fingerprint: string;
}

/** A request's quote, by its key or id; the fingerprint is that of the key. */
export interface KeyedQuoteRow extends QuoteRow {
  readonly fingerprint: string | null;
}

/** How many quotes the user has open, and when the next of them expires. */
export interface OpenQuotesRow extends Record<string, unknown> {
  readonly open: number;
  readonly wait_seconds: number;
}

/**
 * Writes a quote if the caller may have another one and its rate is still in force: the newest of its
 * pair, by the database's time. The lock on the caller's row orders concurrent requests, so
 * OPEN_QUOTES_MAX holds in every race.
 */
export function writeQuote(ctx: ServiceContext, caller: Caller, quote: NewQuote) {
  const { id, sides, side, terms, key, fingerprint } = quote;
  const { sourceMinor, feeMinor, targetMinor } = terms.amounts;
  const me = caller.userId;
  return writeInSession(ctx, caller, (db) => [
    db.execute(sql`
      WITH quoted AS (
        INSERT INTO quotes (id, user_id, from_currency, to_currency, market, side, source_amount,
          fee_amount, target_amount, rate_id, from_wallet_id, to_wallet_id, created_at, expires_at)
        SELECT ${id}::uuid, ${me}::uuid, ${sides.from}::text, ${sides.to}::text,
          ${sides.market}::text, ${side}::text, ${sourceMinor.toString()}::bigint,
          ${feeMinor.toString()}::bigint, ${targetMinor.toString()}::bigint, ${terms.rateId}::uuid,
          ${sides.fromWalletId}::uuid, ${sides.toWalletId}::uuid, now(),
          now() + make_interval(secs => ${QUOTE_SECONDS}::int)
        WHERE ${hasActiveSession(caller)}
          AND NOT EXISTS (SELECT FROM idempotency_keys WHERE user_id = ${me} AND key = ${key}::text)
          AND (SELECT count(*) FROM quotes q WHERE ${isOpenOf(me)}) < ${OPEN_QUOTES_MAX}::int
          AND ${isCurrent(ctx, terms)}
        RETURNING id
      )
      INSERT INTO idempotency_keys (user_id, key, fingerprint, quote_id, created_at)
      SELECT ${me}::uuid, ${key}::text, decode(${fingerprint}, 'hex'), id, now()
      FROM quoted WHERE ${key}::text IS NOT NULL`),
    findQuote(db, caller, quote),
    db.execute<OpenQuotesRow>(sql`SELECT count(*)::int AS open,
        coalesce(ceil(extract(epoch FROM min(q.expires_at) - now())), 0)::int AS wait_seconds
      FROM quotes q WHERE ${isOpenOf(me)}`),
  ]);
}

/** The SQL condition that `q` is a quote of this user that can still be used. */
function isOpenOf(userId: UserId): SQL {
  return sql`q.user_id = ${userId} AND q.expires_at > now()
    AND NOT EXISTS (SELECT FROM transactions t WHERE t.quote_id = q.id AND t.status = 'success')`;
}

function isCurrent({ config }: Pick<ServiceContext, "config">, { rateId }: QuoteTerms): SQL {
  return rateId === null
    ? sql`true`
    : sql`EXISTS (SELECT FROM exchange_rates r WHERE r.id = ${rateId} AND ${isInForce(config)}
        AND NOT EXISTS (SELECT FROM exchange_rates n WHERE n.base = r.base AND n.counter = r.counter
          AND coalesce(n.market, '') = coalesce(r.market, '') AND n.position > r.position))`;
}

/** Selects the quote that this request made, or an earlier one with the same key. */
export function findQuote(
  db: HttpDatabase,
  { userId: me }: Caller,
  { id, key }: Pick<NewQuote, "id" | "key">,
) {
  return db.execute<KeyedQuoteRow>(sql`
    SELECT encode(k.fingerprint, 'hex') AS fingerprint, ${QUOTE_COLUMNS}
    FROM (SELECT) one
    LEFT JOIN idempotency_keys k ON k.user_id = ${me} AND k.key = ${key}::text
    LEFT JOIN (${QUOTE_TABLES})
      ON q.id = CASE WHEN k.key IS NULL THEN ${id}::uuid ELSE k.quote_id END
    WHERE k.key IS NOT NULL OR q.id IS NOT NULL`);
}
