// Reads a page of a user's transactions. The statement reads each wallet's part of an index
// backwards from a cursor, so that a page costs the same in a table of any size.

import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type CompiledQuery, compileQuery } from "../db/compiled-query.ts";
import { timestampOf } from "../db/instant.ts";
import { SEARCH_NEWEST_MAX } from "../domain/bounds.ts";
import { DIRECTIONS, type Direction, type TransactionFilter } from "../domain/history.ts";
import type { UserId } from "../domain/ids.ts";
import type { UnixMicros } from "../domain/instant.ts";
import { type PageRequest, rowsToSelect } from "../domain/page.ts";
import {
  joinOwnLegs,
  ownWallets,
  type TransactionRow,
  transactionColumns,
} from "./history-rows.ts";
import { containsText, referenceSearch, searchSpelling } from "./text-search.ts";

/** The values of the statement, by the names of their placeholders. */
type PageValues = Readonly<
  Record<
    | "viewer"
    | "wallet"
    | "type"
    | "currency"
    | "text"
    | "reference_part"
    | "reference_piece"
    | "from"
    | "to"
    | "after"
    | "rows_max",
    string | number | null
  >
>;

/** How the statement contains a value: as a parameter, or as a placeholder. */
type ValueOf = (name: keyof PageValues) => SQLWrapper;

function pageValues(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): PageValues {
  const { walletId, type, currency, text, fromMicros, toMicros } = filter;
  const reference = text === null ? null : referenceSearch(text);
  return {
    viewer,
    wallet: walletId,
    type,
    currency,
    text,
    reference_part: reference?.part ?? null,
    reference_piece: reference?.piece ?? null,
    from: fromMicros?.toString() ?? null,
    to: toMicros?.toString() ?? null,
    after: page.after?.toString() ?? null,
    // One more than the page contains: it shows that another page follows.
    rows_max: rowsToSelect(page),
  };
}

/**
 * A page of the transactions on the viewer's wallets, the last committed first, each with its legs
 * on the viewer's wallets. The position of a page is a posted_at. Returns up to `limit + 1` rows
 * (see `pageOf`), for `transactionOf`. No rows for a wallet of another user.
 *
 * Successful transactions are found by their entries, whose key contains the wallet first. Failed
 * transactions have no entries and are found by indexes of their own.
 */
export function selectTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): SQL {
  const values = pageValues(viewer, filter, page);
  return pageStatement(filter, values, (name) => sql`${values[name]}`);
}

// One compiled statement for each combination of filters; there are a few hundred.
const compiled = new Map<string, CompiledQuery<TransactionRow>>();

/** The statement of `selectTransactions` as a compiled query, and its values. */
export function compiledTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): { readonly query: CompiledQuery<TransactionRow>; readonly values: PageValues } {
  const values = pageValues(viewer, filter, page);
  const isSet = Object.values(values).map((value) => value !== null);
  const shape = `${filter.status} ${filter.direction} ${isSet.join(" ")}`;
  let query = compiled.get(shape);
  if (!query) {
    query = compileQuery(pageStatement(filter, values, (name) => sql.placeholder(name)));
    compiled.set(shape, query);
  }
  return { query, values };
}

function pageStatement(
  filter: Pick<TransactionFilter, "status" | "direction">,
  values: PageValues,
  value: ValueOf,
): SQL {
  const page =
    values.text === null
      ? sql`page AS (${lastOfWallets(filter, values, value, {
          conditions: rowConditions(values, value),
          rowsMax: sql`${value("rows_max")}::int`,
        })})`
      : pageByText(filter, values, value);
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(sql`${value("viewer")}::uuid`)}), ${page}
    SELECT ${transactionColumns} FROM page JOIN transactions t ON t.id = page.id ${joinOwnLegs}
    ORDER BY page.posted_at DESC`;
}

/**
 * The CTE `page` of a search, and those that it reads. The newest transactions are read first. The
 * index is used only if they are not all there are and contain too few matches for a page.
 */
function pageByText(
  filter: Pick<TransactionFilter, "status" | "direction">,
  values: PageValues,
  value: ValueOf,
): SQL {
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

/** The last transactions of each of the viewer's wallets, merged; each transaction once. */
function lastOfWallets(
  { status, direction }: Pick<TransactionFilter, "status" | "direction">,
  values: PageValues,
  value: ValueOf,
  { conditions, rowsMax }: { readonly conditions: readonly SQL[]; readonly rowsMax: SQL },
): SQL {
  const lastOfEachWallet = (query: SQL) => sql`
    SELECT found.* FROM own CROSS JOIN LATERAL (
      ${query} ORDER BY posted_at DESC LIMIT ${rowsMax}
    ) AS found${values.wallet === null ? sql`` : sql` WHERE own.id = ${value("wallet")}::uuid`}`;
  const queries = [
    ...(status === "failed" ? [] : [successfulOfWallet(direction, values, value, conditions)]),
    ...(status === "success" ? [] : failedOfWallet(direction, values, value, conditions)),
  ];
  // DISTINCT: a transfer between two wallets of the viewer is found for both.
  return sql`
    SELECT DISTINCT posted_at, id
    FROM (${sql.join(queries.map(lastOfEachWallet), sql` UNION ALL `)}) AS of_all_wallets
    ORDER BY posted_at DESC LIMIT ${rowsMax}`;
}

/** The conditions of lastOfWallets for a transaction `t` that the index has found. */
function visibleConditions(
  { status, direction }: Pick<TransactionFilter, "status" | "direction">,
  value: ValueOf,
): SQL[] {
  const conditions = [
    sql`(t.status = 'success' OR t.actor_id = ${value("viewer")}::uuid)`,
    ...(status ? [sql`t.status = ${sql.raw(`'${status}'`)}`] : []),
  ];
  if (direction === "sent") conditions.push(sql`t.from_wallet_id IN (SELECT id FROM scope)`);
  if (direction === "received") conditions.push(sql`t.to_wallet_id IN (SELECT id FROM scope)`);
  return conditions;
}

/** The successful transactions of the wallet `own`. */
function successfulOfWallet(
  direction: Direction | null,
  values: PageValues,
  value: ValueOf,
  filters: readonly SQL[],
): SQL {
  const table = filters.length
    ? sql`entries e JOIN transactions t ON t.id = e.transaction_id`
    : sql`entries e`;
  const signs = { sent: sql`e.amount < 0`, received: sql`e.amount > 0` };
  const conditions = [
    sql`e.wallet_id = own.id`,
    ...(direction ? [signs[direction]] : []),
    ...timeConditions(sql`e.posted_at`, values, value),
    ...filters,
  ];
  return sql`
    SELECT e.posted_at, e.transaction_id AS id FROM ${table} WHERE ${sql.join(conditions, sql` AND `)}`;
}

/**
 * The viewer's failed transactions with the wallet `own` on either side. Only their actor sees
 * them.
 */
function failedOfWallet(
  direction: Direction | null,
  values: PageValues,
  value: ValueOf,
  filters: readonly SQL[],
): SQL[] {
  const conditions = [
    sql`t.status = 'failed'`,
    sql`t.actor_id = ${value("viewer")}::uuid`,
    ...timeConditions(sql`t.posted_at`, values, value),
    ...filters,
  ];
  const sides = { sent: sql`t.from_wallet_id`, received: sql`t.to_wallet_id` };
  return DIRECTIONS.filter((way) => (direction ?? way) === way).map(
    (way) => sql`
      SELECT t.posted_at, t.id FROM transactions t
      WHERE ${sides[way]} = own.id AND ${sql.join(conditions, sql` AND `)}`,
  );
}

/** Cursor and time filters, which are ranges of the index. */
function timeConditions(postedAt: SQL, { after, from, to }: PageValues, value: ValueOf): SQL[] {
  const conditions: SQL[] = [];
  if (after !== null) conditions.push(sql`${postedAt} < ${timestampOf(value("after"))}`);
  if (from !== null) conditions.push(sql`${postedAt} >= ${timestampOf(value("from"))}`);
  if (to !== null) conditions.push(sql`${postedAt} < ${timestampOf(value("to"))}`);
  return conditions;
}

/** Filters that need columns of `transactions`. */
function rowConditions({ type, currency }: PageValues, value: ValueOf): SQL[] {
  const conditions: SQL[] = [];
  if (type !== null) conditions.push(sql`t.type = ${value("type")}`);
  if (currency !== null) conditions.push(sql`t.currency = ${value("currency")}`);
  return conditions;
}
