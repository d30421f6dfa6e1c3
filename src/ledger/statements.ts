// Reads of history. Each is one statement that walks one wallet's index backwards from a cursor, so
// that a page costs the same on a table of any size.
import { type SQL, sql } from "drizzle-orm";
import type { PageRequest, TransactionFilter } from "../domain/history.ts";
import { firstIdAt, type TransactionId, type UserId, type WalletId } from "../domain/ids.ts";
import { arrayParameter } from "./array-parameter.ts";

/**
 * A page of the transactions on the viewer's wallets, newest first, each with the legs on wallets of
 * the viewer; one row more than `limit` tells that another page follows. A wallet that is not the
 * viewer's shows nothing. Rows are read by `transactionOf`.
 */
export function selectTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<TransactionId>,
): SQL {
  const conditions = sql.join(conditionsOf(viewer, filter, page.after), sql` AND `);
  const rowsMax = page.limit + 1;
  const walk = (side: SQL) => sql`
    SELECT walked.id FROM own CROSS JOIN LATERAL (
      SELECT t.id FROM transactions t WHERE t.${side} = own.id AND ${conditions}
      ORDER BY t.id DESC LIMIT ${rowsMax}
    ) AS walked${filter.walletId ? sql` WHERE own.id = ${filter.walletId}` : sql``}`;
  const walks = [
    ...(filter.direction === "received" ? [] : [walk(sql`from_wallet_id`)]),
    ...(filter.direction === "sent" ? [] : [walk(sql`to_wallet_id`)]),
  ];
  // UNION, not UNION ALL: a transfer between two wallets of the viewer is met on both walks.
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)}),
    page AS (
      SELECT id FROM (${sql.join(walks, sql` UNION `)}) AS met ORDER BY id DESC LIMIT ${rowsMax}
    )
    SELECT ${columns} FROM page JOIN transactions t ON t.id = page.id ${ownLegs}
    ORDER BY t.id DESC`;
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
      t.type, t.reference, t.note, ${createdAtMs},
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

const createdAtMs = sql`(extract(epoch FROM t.created_at) * 1000)::bigint::text AS created_at_ms`;

// Minor units leave Postgres as text: a JSON number would round them above 2^53.
const columns = sql`t.id, t.type, t.status, t.amount::text, t.currency, t.from_wallet_id,
  t.to_wallet_id, t.reference, t.note, t.failure_code, t.actor_id, ${createdAtMs}, own_legs.legs`;

const legsOn = (ownWallets: SQL) => sql`
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_array(e.wallet_id, e.amount::text, e.balance_after::text,
      e.seq::text) ORDER BY e.amount), '[]') AS legs
    FROM entries e WHERE e.transaction_id = t.id AND e.wallet_id IN (${ownWallets})
  ) AS own_legs`;

const ownLegs = legsOn(sql`SELECT id FROM own`);

/** Transactions as they were answered to their actors; history cannot change, so neither can these. */
export function selectReplays(ids: readonly TransactionId[]): SQL {
  return sql`
    SELECT ${columns} FROM transactions t
    ${legsOn(sql`SELECT w.id FROM wallets w WHERE w.id = e.wallet_id AND w.owner_id = t.actor_id`)}
    WHERE t.id = ANY(${arrayParameter(ids)}::uuid[])`;
}

function ownWallets(viewer: UserId): SQL {
  return sql`SELECT id FROM wallets WHERE owner_id = ${viewer}`;
}

/** What failed is shown to the one who tried, not to the other side. */
function isShownTo(viewer: UserId): SQL {
  return sql`(t.status = 'success' OR t.actor_id = ${viewer})`;
}

function conditionsOf(
  viewer: UserId,
  filter: TransactionFilter,
  after: TransactionId | null,
): SQL[] {
  const conditions = [isShownTo(viewer)];
  // Ids begin with their time, so a range of time is a range of the walked index.
  if (after) conditions.push(sql`t.id < ${after}::uuid`);
  if (filter.fromMs !== null) conditions.push(sql`t.id >= ${firstIdAt(filter.fromMs)}::uuid`);
  if (filter.toMs !== null) conditions.push(sql`t.id < ${firstIdAt(filter.toMs)}::uuid`);
  if (filter.type) conditions.push(sql`t.type = ${filter.type}`);
  if (filter.status) conditions.push(sql`t.status = ${filter.status}`);
  if (filter.currency) conditions.push(sql`t.currency = ${filter.currency}`);
  if (filter.text) {
    const pattern = containsPattern(filter.text);
    conditions.push(sql`(t.note ILIKE ${pattern} OR t.reference ILIKE ${pattern})`);
  }
  return conditions;
}

/** The LIKE pattern of texts that contain `text` as it stands: its own wildcards mean themselves. */
function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
