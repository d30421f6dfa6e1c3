import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { TransactionsQuery } from "../../src/contract/transactions-query.ts";
import type { TransactionId } from "../../src/domain/ids.ts";
import { marketOf } from "../../src/domain/market.ts";
import type { Transaction } from "../../src/domain/transaction.ts";
import type { Wallet, WalletStatus } from "../../src/domain/wallet.ts";
import { selectReplays } from "../../src/ledger/history-reads.ts";
import { type TransactionRow, transactionOf } from "../../src/ledger/history-rows.ts";
import { selectTransactions } from "../../src/ledger/transaction-pages.ts";
import type { Caller } from "../../src/services/context.ts";
import type { PeerConnection, Statement } from "./connection.ts";
import type { WalletRow } from "./posting.ts";

const dialect = new PgDialect();
const EVERYTHING = TransactionsQuery.parse({}).filter;
const SELECT_WALLETS: Statement = {
  name: "select_wallets",
  text: `SELECT w.id, w.owner_id, w.currency, w.label, w.status, w.is_default, w.balance, w.held, w.created_at
    FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN wallets w ON w.owner_id = u.id
    WHERE s.id = $1 AND s.user_id = $2 AND s.ended_at IS NULL
      AND s.expires_at > now() AND u.deleted_at IS NULL ORDER BY w.id`,
};

// The peers use mahfaza's own statements: with worse ones, the comparison would be between the statements.
async function run(
  connection: PeerConnection,
  statement: SQL,
  name: string,
): Promise<Transaction[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return (await connection.query<TransactionRow>({ name, text }, params)).map(transactionOf);
}

/** Reads a transaction as it was answered to its actor. */
export async function readAnswered(
  connection: PeerConnection,
  id: TransactionId,
): Promise<Transaction> {
  const [transaction] = await run(connection, selectReplays([id]), "select_replays");
  if (!transaction) throw new Error(`transaction ${id} is not in the database`);
  return transaction;
}

/** The caller's transactions, newest first; one more than `limit` when another page follows. */
export function listTransactions(
  connection: PeerConnection,
  caller: Caller,
  limit: number,
): Promise<Transaction[]> {
  const statement = selectTransactions(caller.userId, EVERYTHING, { after: null, limit });
  return run(connection, statement, "select_transactions");
}

type OwnWalletRow = WalletRow & {
  readonly label: string | null;
  readonly status: WalletStatus;
  readonly is_default: boolean;
  readonly created_at: Date;
};

/** The caller's wallets, oldest first; null when the session is not active. */
export async function listWallets(
  connection: PeerConnection,
  caller: Caller,
): Promise<Wallet[] | null> {
  const ids = [caller.sessionId, caller.userId];
  const rows = await connection.query<OwnWalletRow>(SELECT_WALLETS, ids);
  if (rows.length === 0) return null;
  return rows.map((row) => ({
    id: row.id,
    ownerId: row.owner_id,
    currency: row.currency,
    market: marketOf({ currency: row.currency }),
    label: row.label,
    status: row.status,
    isDefault: row.is_default,
    balanceMinor: BigInt(row.balance),
    freezeScope: null,
    heldMinor: BigInt(row.held),
    createdAt: row.created_at,
  }));
}
