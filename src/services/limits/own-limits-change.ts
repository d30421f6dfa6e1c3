import { type SQL, sql } from "drizzle-orm";
import { OWN_LIMIT_RAISE_HOURS } from "../../domain/bounds.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { UserId, WalletId } from "../../domain/ids.ts";
import { MEASURES, type Measure } from "../../domain/limit.ts";

/** The wished own limits by measure; minor units or numbers of operations. Null: none. */
export type OwnLimitWishes = Readonly<Partial<Record<Measure, bigint | null>>>;

/** The result of a change of own limits; no row without a wallet in the currency. */
export interface OwnLimitsChange extends Record<string, unknown> {
  readonly wallet_id: WalletId;
  /** Whether it changes anything, and whether a part of it waits. */
  readonly is_change: boolean;
  readonly is_raise: boolean;
}

const textArray = (texts: readonly (string | null)[]): SQL =>
  sql`ARRAY[${sql.join(
    texts.map((text) => sql`${text}::text`),
    sql`, `,
  )}]::text[]`;

const NOW_MS = sql`floor(extract(epoch FROM now()) * 1000)::bigint`;

/**
 * A query for the change (OwnLimitsChange, with the new `own_limits` and the measures that are
 * lowered and raised). A limit is lowered at once. A raise or removal applies after
 * OWN_LIMIT_RAISE_HOURS, by the database's clock; the same one, asked for again, keeps its time.
 */
export function ownLimitsChange(
  userId: UserId,
  currency: CurrencyCode,
  wishes: OwnLimitWishes,
): SQL {
  const wished = Object.entries(wishes) as [Measure, bigint | null][];
  return sql`
    SELECT wallet_id,
      nullif(coalesce(jsonb_object_agg(measure, after) FILTER (WHERE after IS NOT NULL), '{}'), '{}')
        AS own_limits,
      bool_or(after IS DISTINCT FROM before) AS is_change,
      bool_or(is_raise AND after IS DISTINCT FROM before) AS is_raise,
      array_agg(measure) FILTER (WHERE NOT is_raise AND after IS DISTINCT FROM before) AS lowered,
      array_agg(measure) FILTER (WHERE is_raise AND after IS DISTINCT FROM before) AS raised
    FROM (
      SELECT wallet_id, measure, is_raise, before, CASE
        WHEN NOT is_wished THEN before
        WHEN is_raise AND next IS NOT NULL AND next ->> 'limit' IS NOT DISTINCT FROM wish THEN before
        WHEN is_raise THEN jsonb_build_object('limit', applies, 'next', jsonb_build_object(
          'limit', wish, 'atMs', ${NOW_MS} + ${OWN_LIMIT_RAISE_HOURS}::int * 3600000))
        WHEN wish IS NOT NULL THEN jsonb_build_object('limit', wish) END AS after
      FROM (
        SELECT *, is_wished AND applies IS NOT NULL
            AND (wish IS NULL OR wish::numeric > applies::numeric) AS is_raise,
          CASE WHEN next IS NOT NULL THEN jsonb_build_object('limit', applies, 'next', next)
            WHEN applies IS NOT NULL THEN jsonb_build_object('limit', applies) END AS before
        FROM (
          SELECT w.id AS wallet_id, m.measure, wish.measure IS NOT NULL AS is_wished, wish.wish,
            CASE WHEN (o -> 'next' ->> 'atMs')::bigint <= ${NOW_MS} THEN o -> 'next' ->> 'limit'
              ELSE o ->> 'limit' END AS applies,
            CASE WHEN (o -> 'next' ->> 'atMs')::bigint > ${NOW_MS} THEN o -> 'next' END AS next
          FROM wallets w CROSS JOIN unnest(${textArray(MEASURES)}) AS m (measure)
          CROSS JOIN LATERAL (SELECT w.own_limits -> m.measure AS o) AS own
          LEFT JOIN unnest(${textArray(wished.map(([measure]) => measure))},
            ${textArray(wished.map(([, limit]) => limit?.toString() ?? null))})
            AS wish (measure, wish) ON wish.measure = m.measure
          WHERE w.owner_id = ${userId} AND w.currency = ${currency} AND w.limits_wallet_id IS NULL
        ) AS each_measure
      ) AS judged
    ) AS decided GROUP BY wallet_id`;
}
