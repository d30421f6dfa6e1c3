import { type SQL, sql } from "drizzle-orm";
import type { CurrencyCode } from "../../../domain/currency.ts";
import type { RateId, UserId } from "../../../domain/ids.ts";
import type { Market } from "../../../domain/market.ts";
import type { PastRate, Rate, RateSource } from "../../../domain/quote.ts";
import type { Pair, RateTerms } from "../../../domain/rate.ts";
import type { Config } from "../../../env.ts";

/** The terms of a rate as a statement returns them. Bigints are text, so that none is rounded. */
export interface TermsRow extends Record<string, unknown> {
  readonly base: CurrencyCode;
  readonly counter: CurrencyCode;
  readonly market: Market | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly spread_basis_points: number;
  readonly fee_basis_points: number;
  readonly quote_max: string;
}

export interface RateRow extends TermsRow {
  readonly id: RateId;
  readonly position: string;
  readonly source: RateSource;
  readonly set_by: UserId | null;
  readonly created_at_ms: number;
  readonly valid_until_ms: number;
}

/** The columns of TermsRow, of a table with the alias `r`. */
export const TERMS = sql`r.base, r.counter, r.market, r.numerator::text, r.denominator::text,
  r.unit::text, r.spread_basis_points, r.fee_basis_points, r.quote_max::text`;

const RATE_COLUMNS = sql`r.id, r.position::text, ${TERMS}, r.source, r.set_by,
  (extract(epoch FROM r.created_at) * 1000)::float8 AS created_at_ms,
  (extract(epoch FROM r.valid_until) * 1000)::float8 AS valid_until_ms`;

export function termsOf(row: TermsRow): RateTerms {
  return {
    base: row.base,
    counter: row.counter,
    market: row.market,
    numerator: BigInt(row.numerator),
    denominator: BigInt(row.denominator),
    unit: BigInt(row.unit),
    spreadBasisPoints: Number(row.spread_basis_points),
    feeBasisPoints: Number(row.fee_basis_points),
    quoteMaxMinor: BigInt(row.quote_max),
  };
}

export function rateOf(row: RateRow): Rate {
  return {
    ...termsOf(row),
    id: row.id,
    source: row.source,
    createdAt: new Date(Number(row.created_at_ms)),
    validUntil: new Date(Number(row.valid_until_ms)),
  };
}

/** The values of the terms, in the order of TERMS_NAMES, for an INSERT. */
export function termsValues(terms: RateTerms): SQL {
  return sql`${terms.base}::text, ${terms.counter}::text, ${terms.market}::text,
    ${terms.numerator.toString()}::bigint, ${terms.denominator.toString()}::bigint,
    ${terms.unit.toString()}::bigint, ${terms.spreadBasisPoints}::smallint,
    ${terms.feeBasisPoints}::smallint, ${terms.quoteMaxMinor.toString()}::bigint`;
}

export const TERMS_NAMES = sql`base, counter, market, numerator, denominator, unit,
  spread_basis_points, fee_basis_points, quote_max`;

/** The SQL condition that the row `r` is of this pair; it matches the index. */
export function isPair({ base, counter, market }: Pair): SQL {
  return sql`(r.base = ${base} AND r.counter = ${counter}
    AND coalesce(r.market, '') = ${market ?? ""})`;
}

/** The position of the newest rate of a pair; null: it never had one. */
export function lastPosition(pair: Pair): SQL {
  return sql`(SELECT max(r.position) FROM exchange_rates r WHERE ${isPair(pair)})`;
}

/**
 * The SQL condition that the newest rate `r` of a pair is in force: by the database's time, and in
 * production no rate for trying.
 */
export function isInForce({ allowsSandboxRates }: Pick<Config, "allowsSandboxRates">): SQL {
  return allowsSandboxRates
    ? sql`r.valid_until > now()`
    : sql`(r.valid_until > now() AND r.source <> 'sandbox')`;
}

/** The rate of a pair that is in force; no row if there is none. An older rate never comes back. */
export function selectRate(pair: Pair, config: Pick<Config, "allowsSandboxRates">): SQL {
  return sql`SELECT ${RATE_COLUMNS} FROM exchange_rates r
    WHERE ${isPair(pair)} AND r.position = ${lastPosition(pair)} AND ${isInForce(config)}`;
}

/** A place in the list of rates. */
export type PairPosition = Pair;

/**
 * The rates in force, in the order of their pairs, after `after`. It steps from pair to pair by the
 * index, so that the history of a pair costs nothing.
 */
export function selectRates(
  { after, limit }: { readonly after: PairPosition | null; readonly limit: number },
  config: Pick<Config, "allowsSandboxRates">,
): SQL {
  const start = [after?.base ?? "", after?.counter ?? "", after?.market ?? ""];
  return sql`
    WITH RECURSIVE pair AS (
      SELECT ${start[0]}::text AS base, ${start[1]}::text AS counter, ${start[2]}::text AS market
      UNION ALL
      SELECT next.base, next.counter, next.market FROM pair, LATERAL (
        SELECT n.base, n.counter, coalesce(n.market, '') AS market FROM exchange_rates n
        WHERE (n.base, n.counter, coalesce(n.market, '')) > (pair.base, pair.counter, pair.market)
        ORDER BY n.base, n.counter, coalesce(n.market, '') LIMIT 1
      ) AS next
    )
    SELECT ${RATE_COLUMNS} FROM pair, LATERAL (
      SELECT * FROM exchange_rates n WHERE n.base = pair.base AND n.counter = pair.counter
        AND coalesce(n.market, '') = pair.market ORDER BY n.position DESC LIMIT 1
    ) AS r
    WHERE (r.base, r.counter, coalesce(r.market, '')) > (${start[0]}, ${start[1]}, ${start[2]})
      AND ${isInForce(config)}
    ORDER BY r.base, r.counter, coalesce(r.market, '') LIMIT ${limit}`;
}

/**
 * The rates that a new one of this pair is compared with, newest first: those of the last day, and
 * the one that was in force before; but none from before the last one that two people decided. An
 * operator cannot move a rate far by many small steps.
 */
export function selectReferences(pair: Pair, max: number): SQL {
  return sql`SELECT ${RATE_COLUMNS} FROM exchange_rates r
    WHERE ${isPair(pair)}
      AND r.position >= coalesce((SELECT max(r.position) FROM exchange_rates r
        WHERE ${isPair(pair)} AND r.approved_by IS NOT NULL), 0)
      AND r.position >= coalesce((SELECT max(r.position) FROM exchange_rates r
        WHERE ${isPair(pair)} AND r.created_at <= now() - interval '1 day'), 0)
    ORDER BY r.position DESC LIMIT ${max}::int`;
}

export interface PastRateRow extends RateRow {
  readonly approved_by: UserId | null;
  readonly ended_at_ms: number;
}

export function pastRateOf(row: PastRateRow): PastRate {
  return {
    ...rateOf(row),
    position: BigInt(row.position),
    setBy: row.set_by,
    approvedBy: row.approved_by,
    endsAt: new Date(Number(row.ended_at_ms)),
  };
}

/**
 * The rates that a pair has had, newest first, up to `limit`: those before the position `after`. A
 * rate ends when a newer one is set, or when its time is over.
 */
export function selectPastRates(pair: Pair, after: bigint | null, limit: number): SQL {
  const before = after === null ? sql`` : sql` AND r.position < ${after.toString()}::bigint`;
  const newer = sql`(SELECT n.created_at FROM exchange_rates n
    WHERE n.base = ${pair.base} AND n.counter = ${pair.counter}
      AND coalesce(n.market, '') = ${pair.market ?? ""} AND n.position > r.position
    ORDER BY n.position LIMIT 1)`;
  return sql`SELECT ${RATE_COLUMNS}, r.approved_by,
      (extract(epoch FROM least(r.valid_until, ${newer})) * 1000)::float8 AS ended_at_ms
    FROM exchange_rates r WHERE ${isPair(pair)}${before}
    ORDER BY r.position DESC LIMIT ${limit}::int`;
}

/**
 * Lets the writers of rates run one after the other. The first statement of a batch that writes a
 * rate, so that the statements after it see each rate that was written before.
 */
export const LOCK_RATES = sql`SELECT pg_advisory_xact_lock(hashtext('exchange_rates'))`;
