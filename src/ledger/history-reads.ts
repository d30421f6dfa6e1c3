// Reads of history. Each is one statement that walks a wallet's part of an index backwards from a cursor,
// so that a page costs the same on a table of any size.
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { rfc3339, timestampOf } from "../db/instant.ts";
import { type WrittenQuery, writeQuery } from "../db/written-query.ts";
import { DIRECTIONS, type Direction, type TransactionFilter } from "../domain/history.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import { type PageRequest, rowsToSelect } from "../domain/page.ts";
import { arrayParameter } from "./array-parameter.ts";
import type { TransactionRow } from "./history-rows.ts";

/** The values of a page of transactions, by the names of their placeholders. */
type PageValues = Readonly<
  Record<
    "viewer" | "wallet" | "type" | "currency" | "pattern" | "from" | "to" | "after" | "rows_max",
    string | number | null
  >
>;

/** How a statement names one of the values: as itself, or as a placeholder. */
type ValueOf = (name: keyof PageValues) => SQLWrapper;

function pageValues(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<bigint>,
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
    rows_max: rowsToSelect(page),
  };
}

/**
 * A page of the transactions on the viewer's wallets, the last committed first, each with the legs on
 * wallets of the viewer; one row more than `limit` tells that another page follows. It goes on after a
 * posted_at, in microseconds. A wallet that is not the viewer's shows nothing. What was posted is met by
 * its entries, whose key holds a wallet's together; what failed has none and is met by its own. Rows are
 * read by `transactionOf`.
 */
export function selectTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<bigint>,
): SQL {
  const values = pageValues(viewer, filter, page);
  return transactionsStatement(filter, values, (name) => sql`${values[name]}`);
}

// Written out once for each combination of filters, of which there are a few hundred.
const written = new Map<string, WrittenQuery<TransactionRow>>();

/** The same as a written query and its values. */
export function writtenTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<bigint>,
): { readonly query: WrittenQuery<TransactionRow>; readonly values: PageValues } {
  const values = pageValues(viewer, filter, page);
  const named = Object.values(values).map((value) => value !== null);
  const shape = `${filter.status} ${filter.direction} ${named.join(" ")}`;
  let query = written.get(shape);
  if (!query) {
    query = writeQuery(transactionsStatement(filter, values, (name) => sql.placeholder(name)));
    written.set(shape, query);
  }
  return { query, values };
}

function transactionsStatement(
  { status, direction }: Pick<TransactionFilter, "status" | "direction">,
  values: PageValues,
  value: ValueOf,
): SQL {
  const walk = (met: SQL) => sql`
    SELECT walked.* FROM own CROSS JOIN LATERAL (
      ${met} ORDER BY posted_at DESC LIMIT ${value("rows_max")}::int
    ) AS walked${values.wallet === null ? sql`` : sql` WHERE own.id = ${value("wallet")}::uuid`}`;
  const walks = [
    ...(status === "failed" ? [] : [posted(direction, values, value)]),
    ...(status === "success" ? [] : failed(direction, values, value)),
  ];
  // DISTINCT: a transfer between two wallets of the viewer is met on both.
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(sql`${value("viewer")}::uuid`)}),
    page AS (
      SELECT DISTINCT posted_at, id FROM (${sql.join(walks.map(walk), sql` UNION ALL `)}) AS met
      ORDER BY posted_at DESC LIMIT ${value("rows_max")}::int
    )
    SELECT ${columns} FROM page JOIN transactions t ON t.id = page.id ${ownLegs}
    ORDER BY page.posted_at DESC`;
}

/**
 * For a statement of its own before selectTransactions, when the list ends at `micros`: a commit that already
 * has its place before that moment may still be under way, and must be in the list too.
 */
export function waitForCommits(micros: bigint): SQL {
  return sql`SELECT wait_for_commits(${timestampOf(micros)})`;
}

/** What was posted to the wallet `own`. */
function posted(direction: Direction | null, values: PageValues, value: ValueOf): SQL {
  const shown = rowConditions(values, value);
  const table = shown.length
    ? sql`entries e JOIN transactions t ON t.id = e.transaction_id`
    : sql`entries e`;
  const ways = { sent: sql`e.amount < 0`, received: sql`e.amount > 0` };
  const conditions = [
    sql`e.wallet_id = own.id`,
    ...(direction ? [ways[direction]] : []),
    ...timeConditions(sql`e.posted_at`, values, value),
    ...shown,
  ];
  return sql`
    SELECT e.posted_at, e.transaction_id AS id FROM ${table} WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** What the viewer tried in vain with the wallet `own` on either side; nobody else is shown it. */
function failed(direction: Direction | null, values: PageValues, value: ValueOf): SQL[] {
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

/** One transaction as the viewer may see it; no row when there is none or it is not for him. */
export function selectTransaction(viewer: UserId, id: TransactionId): SQL {
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)})
    SELECT ${columns} FROM transactions t ${ownLegs}
    WHERE t.id = ${id} AND ${isShownTo(viewer)}
      AND (t.from_wallet_id IN (SELECT id FROM own) OR t.to_wallet_id IN (SELECT id FROM own))`;
}

/**
 * A page of one wallet's entries, the last first, if the viewer owns it; one row more than `limit`
 * tells that another page follows. Rows are read by `historyEntryOf`.
 */
export function selectEntries(viewer: UserId, walletId: WalletId, page: PageRequest<bigint>): SQL {
  const before = page.after === null ? sql`` : sql` AND e.seq < ${page.after.toString()}::bigint`;
  return sql`
    SELECT e.transaction_id, e.currency, e.amount::text, e.balance_after::text, e.seq::text,
      t.type, t.reference, t.note, ${rfc3339(sql`e.posted_at`)} AS posted_at,
      CASE WHEN t.from_wallet_id = e.wallet_id THEN t.to_wallet_id ELSE t.from_wallet_id END
        AS counter_wallet_id
    FROM entries e JOIN transactions t ON t.id = e.transaction_id
    WHERE e.wallet_id = ${walletId} AND e.seq IS NOT NULL${before}
      AND EXISTS (SELECT FROM wallets w WHERE w.id = ${walletId} AND w.owner_id = ${viewer})
    ORDER BY e.seq DESC LIMIT ${rowsToSelect(page)}`;
}

/**
 * An expression for a statement that runs before selectTransactions in the same transaction. An average
 * wallet has few transactions, so the planner would read all of a wallet's and sort them; a busy wallet
 * has a hundred thousand.
 */
export const walkInOrder = sql<string>`set_config('enable_bitmapscan', 'off', true)`;

// Minor units leave Postgres as text: a JSON number would round them above 2^53.
const columns = sql`t.id, t.type, t.status, t.amount::text, t.currency, t.from_wallet_id,
  t.to_wallet_id, t.reference, t.note, t.failure_code, t.actor_id,
  (extract(epoch FROM t.created_at) * 1000)::bigint::text AS created_at_ms,
  ${rfc3339(sql`t.posted_at`)} AS posted_at, own_legs.legs`;

const legsOn = (mine: SQL) => sql`
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_array(e.wallet_id, e.amount::text, e.balance_after::text,
      e.seq::text) ORDER BY e.amount), '[]') AS legs
    FROM ${mine} JOIN entries e
      ON e.wallet_id = mine.id AND e.posted_at = t.posted_at AND e.transaction_id = t.id
  ) AS own_legs`;

const ownLegs = legsOn(
  sql`(SELECT id FROM own WHERE id IN (t.from_wallet_id, t.to_wallet_id)) AS mine`,
);

/** Transactions as they were answered to their actors; history cannot change, so neither can these. */
export function selectReplays(ids: readonly TransactionId[]): SQL {
  return sql`
    SELECT ${columns} FROM transactions t
    ${legsOn(sql`(
      SELECT id FROM wallets
      WHERE id IN (t.from_wallet_id, t.to_wallet_id) AND owner_id = t.actor_id
    ) AS mine`)}
    WHERE t.id = ANY(${arrayParameter(ids)}::uuid[])`;
}

function ownWallets(viewer: UserId | SQL): SQL {
  return sql`SELECT id FROM wallets WHERE owner_id = ${viewer}`;
}

/** What failed is shown to the one who tried, not to the other side. */
function isShownTo(viewer: UserId): SQL {
  return sql`(t.status = 'success' OR t.actor_id = ${viewer})`;
}

/** A cursor and a range of time are ranges of the walked index. */
function timeConditions(postedAt: SQL, { after, from, to }: PageValues, value: ValueOf): SQL[] {
  const conditions: SQL[] = [];
  if (after !== null) conditions.push(sql`${postedAt} < ${timestampOf(value("after"))}`);
  if (from !== null) conditions.push(sql`${postedAt} >= ${timestampOf(value("from"))}`);
  if (to !== null) conditions.push(sql`${postedAt} < ${timestampOf(value("to"))}`);
  return conditions;
}

/** What only the transaction itself can tell. */
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

/** The LIKE pattern of texts that contain `text` as it stands: its own wildcards mean themselves. */
function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
