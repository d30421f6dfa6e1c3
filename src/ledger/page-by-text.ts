// The page of a search by text: the newest transactions first, then those that an index of
// substrings finds (see text-search.ts).
import { type SQL, sql } from "drizzle-orm";
import { SEARCH_NEWEST_MAX } from "../domain/bounds.ts";
import {
  lastOfWallets,
  type PageShape,
  type PageValues,
  rowConditions,
  timeConditions,
  type ValueOf,
} from "./last-of-wallets.ts";
import { containsText, searchSpelling } from "./text-search.ts";

/**
 * The CTE `page` of a search, and those that it reads. The newest transactions are read first. The
 * index is used only if they are not all there are and contain too few matches for a page.
 */
export function pageByText(filter: PageShape, values: PageValues, value: ValueOf): SQL {
  const rowsMax = sql`${value("rows_max")}::int`;
  const newestMax = sql`${SEARCH_NEWEST_MAX}::int`;
  const newest = lastOfWallets(filter, values, value, { conditions: [], rowsMax: newestMax });
  const [part, piece] = [
    sql`${value("reference_part")}::text`,
    sql`${value("reference_piece")}::text`,
  ];
  const inText = [...rowConditions(values, value), containsText(sql`spelled`, part, piece)];
  const candidates = [
    sql`(SELECT count(*) FROM seen) < ${rowsMax}`,
    sql`(SELECT count(*) FROM newest) = ${newestMax}`,
    sql`found.posted_at < (SELECT min(posted_at) FROM newest)`,
    ...timeConditions(sql`found.posted_at`, values, value),
  ];
  return sql`
    asked AS MATERIALIZED (SELECT ${searchSpelling(sql`${value("text")}`)} AS spelled),
    scope AS MATERIALIZED (
      SELECT id FROM own${values.wallet === null ? sql`` : sql` WHERE id = ${value("wallet")}::uuid`}
    ),
    newest AS MATERIALIZED (${newest}),
    seen AS MATERIALIZED (
      SELECT newest.posted_at, newest.id
      -- OFFSET 0: each row is read by its key. A join could read the whole table.
      FROM newest CROSS JOIN asked CROSS JOIN LATERAL (
        SELECT * FROM transactions WHERE id = newest.id OFFSET 0
      ) AS t
      WHERE ${sql.join(inText, sql` AND `)}
      ORDER BY newest.posted_at DESC LIMIT ${rowsMax}
    ),
    older AS MATERIALIZED (
      -- OFFSET 0: the candidates are sorted first, and their texts compared until the page is full.
      SELECT candidate.posted_at, candidate.id
      FROM (
        SELECT found.*, spelled FROM asked CROSS JOIN LATERAL search_candidates(
          ARRAY(SELECT id FROM scope), spelled, ${part}) AS found
        WHERE ${sql.join(candidates, sql` AND `)}
        ORDER BY found.posted_at DESC OFFSET 0
      ) AS candidate JOIN transactions t ON t.id = candidate.id
      WHERE ${sql.join([...inText, ...visibleConditions(filter, value)], sql` AND `)}
      ORDER BY candidate.posted_at DESC LIMIT ${rowsMax}
    ),
    page AS (
      SELECT posted_at, id FROM (TABLE seen UNION ALL TABLE older) AS matches
      ORDER BY posted_at DESC LIMIT ${rowsMax}
    )`;
}

/** The conditions of lastOfWallets for a transaction `t` that the index has found. */
function visibleConditions({ status, direction }: PageShape, value: ValueOf): SQL[] {
  const conditions = [
    sql`(t.status = 'success' OR t.actor_id = ${value("viewer")}::uuid)`,
    ...(status ? [sql`t.status = ${sql.raw(`'${status}'`)}`] : []),
  ];
  if (direction === "sent") conditions.push(sql`t.from_wallet_id IN (SELECT id FROM scope)`);
  if (direction === "received") conditions.push(sql`t.to_wallet_id IN (SELECT id FROM scope)`);
  return conditions;
}
