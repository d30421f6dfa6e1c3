// Reads of single transactions, replays and a wallet's entries, and the statements that prepare a
// read.
import { type SQL, sql } from "drizzle-orm";
import { rfc3339, timestampOf } from "../db/instant.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { UnixMicros } from "../domain/instant.ts";
import { type PageRequest, rowsToSelect } from "../domain/page.ts";
import { counterpartyOfTransaction, ownerOf } from "./counterparty-columns.ts";
import {
  joinLegs,
  joinOwnLegs,
  ownWallets,
  type TransactionRow,
  transactionColumns,
} from "./history-rows.ts";
import { arrayParameter } from "./sql-fragments.ts";

/**
 * Waits until no transaction with a posted_at before `micros` is uncommitted. To be run as a
 * separate statement before `selectTransactions` if the list ends at `micros`: a commit that
 * already has a posted_at before that time must be in the list.
 */
export function waitForCommits(micros: UnixMicros): SQL {
  return sql`SELECT wait_for_commits(${timestampOf(micros)})`;
}

/**
 * An expression for a statement that runs before `selectTransactions` in the same transaction. An
 * average wallet has few transactions, so the planner would read all of a wallet's transactions
 * with a bitmap scan and sort them. A busy wallet has a hundred thousand: they must be read in the
 * order of the index.
 */
export const disableBitmapScans = sql<string>`set_config('enable_bitmapscan', 'off', true)`;

/**
 * One transaction that the viewer may see: on a wallet of the viewer, and successful or the
 * viewer's own. No row otherwise.
 */
export function selectTransaction(viewer: UserId, id: TransactionId): SQL {
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)})
    SELECT ${transactionColumns}, ${counterpartyOfTransaction(viewer)}
    FROM transactions t ${joinOwnLegs}
    WHERE t.id = ${id} AND (t.status = 'success' OR t.actor_id = ${viewer})
      AND (t.from_wallet_id IN (SELECT id FROM own) OR t.to_wallet_id IN (SELECT id FROM own))`;
}

export interface WatchedTransactionRow extends TransactionRow {
  /** The wallets of people on its two sides, with their owners. */
  parties: [WalletId, UserId][];
}

/** One transaction as operators see it: with the legs on all wallets of people. */
export function selectWatchedTransaction(id: TransactionId): SQL {
  const wallets = sql`SELECT id, owner_id FROM wallets
      WHERE id IN (t.from_wallet_id, t.to_wallet_id) AND owner_id IS NOT NULL`;
  return sql`
    SELECT ${transactionColumns}, (SELECT coalesce(jsonb_agg(jsonb_build_array(p.id, p.owner_id)
        ORDER BY p.id = t.to_wallet_id), '[]') FROM (${wallets}) AS p) AS parties
    FROM transactions t ${joinLegs(wallets)} WHERE t.id = ${id}`;
}

/**
 * The transactions with the legs that their actors saw in the first response. History cannot
 * change, so a replay returns the same response.
 */
export function selectReplays(ids: readonly TransactionId[]): SQL {
  return sql`
    SELECT ${transactionColumns} FROM transactions t
    ${joinLegs(sql`
      SELECT id FROM wallets
      WHERE id IN (t.from_wallet_id, t.to_wallet_id) AND owner_id = t.actor_id`)}
    WHERE t.id = ANY(${arrayParameter(ids)}::uuid[])`;
}

/**
 * A page of one wallet's entries, the last first; no row if the viewer does not own the wallet. The
 * position of a page is a seq. Returns up to `limit + 1` rows (see `pageOf`), for `historyEntryOf`.
 */
export function selectEntries(viewer: UserId, walletId: WalletId, page: PageRequest<bigint>): SQL {
  const before = page.after === null ? sql`` : sql` AND e.seq < ${page.after.toString()}::bigint`;
  const other = sql`CASE WHEN t.from_wallet_id = e.wallet_id
      THEN t.to_wallet_id ELSE t.from_wallet_id END`;
  return sql`
    SELECT e.transaction_id, e.currency, e.amount::text, e.balance_after::text, e.seq::text,
      t.type, t.reference, t.note, ${rfc3339(sql`e.posted_at`)} AS posted_at,
      ${other} AS counter_wallet_id,
      CASE WHEN t.type <> 'EXCHANGE' THEN ${ownerOf(other, viewer)} END AS counterparty
    FROM entries e JOIN transactions t ON t.id = e.transaction_id
    WHERE e.wallet_id = ${walletId} AND e.seq IS NOT NULL${before}
      AND EXISTS (SELECT FROM wallets w WHERE w.id = ${walletId} AND w.owner_id = ${viewer})
    ORDER BY e.seq DESC LIMIT ${rowsToSelect(page)}`;
}
