// Reads a page of a user's transactions. The statement reads each wallet's part of an index
// backwards from a cursor, so that a page costs the same in a table of any size.

import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type CompiledQuery, compileQuery } from "../db/compiled-query.ts";
import { timestampOf } from "../db/instant.ts";
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

/** The values of the statement, by the names of their placeholders. */
type PageValues = Readonly<
  Record<
    "viewer" | "wallet" | "type" | "currency" | "pattern" | "from" | "to" | "after" | "rows_max",
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
  return {
    viewer,
    wallet: walletId,
    type,
    currency,
    pattern: text === null ? null : containsPattern(text),
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
  { status, direction }: Pick<TransactionFilter, "status" | "direction">,
  values: PageValues,
  value: ValueOf,
): SQL {
  const lastOfEachWallet = (query: SQL) => sql`
    SELECT found.* FROM own CROSS JOIN LATERAL (
      ${query} ORDER BY posted_at DESC LIMIT ${value("rows_max")}::int
    ) AS found${values.wallet === null ? sql`` : sql` WHERE own.id = ${value("wallet")}::uuid`}`;
  const queries = [
    ...(status === "failed" ? [] : [successfulOfWallet(direction, values, value)]),
    ...(status === "success" ? [] : failedOfWallet(direction, values, value)),
  ];
  // DISTINCT: a transfer between two wallets of the viewer is found for both.
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(sql`${value("viewer")}::uuid`)}),
    page AS (
      SELECT DISTINCT posted_at, id
      FROM (${sql.join(queries.map(lastOfEachWallet), sql` UNION ALL `)}) AS of_all_wallets
      ORDER BY posted_at DESC LIMIT ${value("rows_max")}::int
    )
    SELECT ${transactionColumns} FROM page JOIN transactions t ON t.id = page.id ${joinOwnLegs}
    ORDER BY page.posted_at DESC`;
}

/** The successful transactions of the wallet `own`. */
function successfulOfWallet(direction: Direction | null, values: PageValues, value: ValueOf): SQL {
  const filters = rowConditions(values, value);
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
function failedOfWallet(direction: Direction | null, values: PageValues, value: ValueOf): SQL[] {
  const conditions = [
    sql`t.status = 'failed'`,
    sql`t.actor_id = ${value("viewer")}::uuid`,
    ...timeConditions(sql`t.posted_at`, values, value),
    ...rowConditions(values, value),
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
function rowConditions({ type, currency, pattern }: PageValues, value: ValueOf): SQL[] {
  const conditions: SQL[] = [];
  if (type !== null) conditions.push(sql`t.type = ${value("type")}`);
  if (currency !== null) conditions.push(sql`t.currency = ${value("currency")}`);
  if (pattern !== null) {
    conditions.push(
      sql`(t.note ILIKE ${value("pattern")} OR t.reference ILIKE ${value("pattern")})`,
    );
  }
  return conditions;
}

/** A LIKE pattern for texts that contain `text`; the wildcards in `text` are escaped. */
function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
