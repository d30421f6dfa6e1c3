// Reads the newest transactions of a user's wallets: each wallet's part of an index, backwards from
// a cursor, with the conditions of a page's filters.
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { timestampOf } from "../db/instant.ts";
import { DIRECTIONS, type Direction, type TransactionFilter } from "../domain/history.ts";

/** The values of the statement, by the names of their placeholders. */
export type PageValues = Readonly<
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
export type ValueOf = (name: keyof PageValues) => SQLWrapper;

/** The filters that the text of the statement depends on. */
export type PageShape = Pick<TransactionFilter, "status" | "direction">;

/** The last transactions of each of the viewer's wallets, merged; each transaction once. */
export function lastOfWallets(
  { status, direction }: PageShape,
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
    // Not "=": the index of an actor's failed transactions does not begin with the wallet.
    sql`t.actor_id IS NOT DISTINCT FROM ${value("viewer")}::uuid`,
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
export function timeConditions(
  postedAt: SQL,
  { after, from, to }: PageValues,
  value: ValueOf,
): SQL[] {
  const conditions: SQL[] = [];
  if (after !== null) conditions.push(sql`${postedAt} < ${timestampOf(value("after"))}`);
  if (from !== null) conditions.push(sql`${postedAt} >= ${timestampOf(value("from"))}`);
  if (to !== null) conditions.push(sql`${postedAt} < ${timestampOf(value("to"))}`);
  return conditions;
}

/**
 * Of a transaction with a quote, each side has a currency of its own: that of the viewer's wallet
 * counts.
 */
const hasCurrency = (value: ValueOf): SQL => sql`CASE WHEN t.quote_id IS NULL
  THEN t.currency = ${value("currency")}
  ELSE EXISTS (SELECT FROM wallets side WHERE side.id IN (t.from_wallet_id, t.to_wallet_id)
    AND side.owner_id = ${value("viewer")}::uuid AND side.currency = ${value("currency")}) END`;

/** Filters that need columns of `transactions`. */
export function rowConditions({ type, currency }: PageValues, value: ValueOf): SQL[] {
  const conditions: SQL[] = [];
  if (type !== null) conditions.push(sql`t.type = ${value("type")}`);
  if (currency !== null) conditions.push(hasCurrency(value));
  return conditions;
}
