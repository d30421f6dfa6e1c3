// Reads of history. Each is one statement that walks a wallet's part of an index backwards from a cursor,
// so that a page costs the same on a table of any size.
import { type SQL, sql } from "drizzle-orm";
import { rfc3339, timestampOf } from "../db/instant.ts";
import { DIRECTIONS, type PageRequest, type TransactionFilter } from "../domain/history.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import { arrayParameter } from "./array-parameter.ts";

/**
 * A page of the transactions on the viewer's wallets, the last committed first, each with the legs on
 * wallets of the viewer; one row more than `limit` tells that another page follows. It goes on after a
 * posted_at, in microseconds. A wallet that is not the viewer's shows nothing. What was posted is met by its entries, whose key holds a wallet's together;
 * what failed has none and is met by its own. Rows are read by `transactionOf`.
 */
export function selectTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<bigint>,
): SQL {
  const rowsMax = page.limit + 1;
  const walk = (met: SQL) => sql`
    SELECT walked.* FROM own CROSS JOIN LATERAL (
      ${met} ORDER BY posted_at DESC LIMIT ${rowsMax}
    ) AS walked${filter.walletId ? sql` WHERE own.id = ${filter.walletId}` : sql``}`;
  const walks = [
    ...(filter.status === "failed" ? [] : [posted(filter, page.after)]),
    ...(filter.status === "success" ? [] : failed(viewer, filter, page.after)),
  ];
  // DISTINCT: a transfer between two wallets of the viewer is met on both.
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)}),
    page AS (
      SELECT DISTINCT posted_at, id FROM (${sql.join(walks.map(walk), sql` UNION ALL `)}) AS met
      ORDER BY posted_at DESC LIMIT ${rowsMax}
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
function posted(filter: TransactionFilter, after: bigint | null): SQL {
  const shown = rowConditions(filter);
  const table = shown.length
    ? sql`entries e JOIN transactions t ON t.id = e.transaction_id`
    : sql`entries e`;
  const ways = { sent: sql`e.amount < 0`, received: sql`e.amount > 0` };
  const conditions = [
    sql`e.wallet_id = own.id`,
    ...(filter.direction ? [ways[filter.direction]] : []),
    ...timeConditions(sql`e.posted_at`, filter, after),
    ...shown,
  ];
  return sql`
    SELECT e.posted_at, e.transaction_id AS id FROM ${table} WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** What the viewer tried in vain with the wallet `own` on either side; nobody else is shown it. */
function failed(viewer: UserId, filter: TransactionFilter, after: bigint | null): SQL[] {
  const conditions = [
    sql`t.status = 'failed'`,
    sql`t.actor_id = ${viewer}`,
    ...timeConditions(sql`t.posted_at`, filter, after),
    ...rowConditions(filter),
  ];
  const sides = { sent: sql`t.from_wallet_id`, received: sql`t.to_wallet_id` };
  return DIRECTIONS.filter((way) => (filter.direction ?? way) === way).map(
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
 * tells that another page follows. Rows are read by `statementEntryOf`.
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
    ORDER BY e.seq DESC LIMIT ${page.limit + 1}`;
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

function ownWallets(viewer: UserId): SQL {
  return sql`SELECT id FROM wallets WHERE owner_id = ${viewer}`;
}

/** What failed is shown to the one who tried, not to the other side. */
function isShownTo(viewer: UserId): SQL {
  return sql`(t.status = 'success' OR t.actor_id = ${viewer})`;
}

/** A cursor and a range of time are ranges of the walked index. */
function timeConditions(
  postedAt: SQL,
  { fromMicros, toMicros }: TransactionFilter,
  after: bigint | null,
): SQL[] {
  const conditions: SQL[] = [];
  if (after !== null) conditions.push(sql`${postedAt} < ${timestampOf(after)}`);
  if (fromMicros !== null) conditions.push(sql`${postedAt} >= ${timestampOf(fromMicros)}`);
  if (toMicros !== null) conditions.push(sql`${postedAt} < ${timestampOf(toMicros)}`);
  return conditions;
}

/** What only the transaction itself can tell. */
function rowConditions({ type, currency, text }: TransactionFilter): SQL[] {
  const conditions: SQL[] = [];
  if (type) conditions.push(sql`t.type = ${type}`);
  if (currency) conditions.push(sql`t.currency = ${currency}`);
  if (text) {
    const pattern = containsPattern(text);
    conditions.push(sql`(t.note ILIKE ${pattern} OR t.reference ILIKE ${pattern})`);
  }
  return conditions;
}

/** The LIKE pattern of texts that contain `text` as it stands: its own wildcards mean themselves. */
function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
