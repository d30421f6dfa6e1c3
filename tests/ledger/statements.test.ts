import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { currencyOf } from "../../src/domain/currency.ts";
import type { TransactionFilter } from "../../src/domain/history.ts";
import type { UserId, WalletId } from "../../src/domain/ids.ts";
import { selectEntries, selectTransactions, walkInOrder } from "../../src/ledger/history-reads.ts";
import {
  type HistoryEntryRow,
  historyEntryOf,
  type TransactionRow,
  transactionOf,
} from "../../src/ledger/history-rows.ts";
import { makeSmallWorld, rolledBack, type Tx } from "./rolled-back.ts";
import { id, posted, SALMA, SALMA_USD, SALMA_YEM } from "./small-world.ts";

const VIEWER = SALMA as UserId;
const EVERYTHING: TransactionFilter = {
  type: null,
  status: null,
  direction: null,
  walletId: null,
  currency: null,
  fromMicros: null,
  toMicros: null,
  text: null,
};
const BUSY = 20_000;
/** The n-th of very many is posted n milliseconds after this. */
const BEGIN_MS = 0x018c_0000_0000;
const microsAt = (n: number) => BigInt(BEGIN_MS + n) * 1_000n;
const POSTED_N = `timestamptz 'epoch' + (${BEGIN_MS} + n) * interval '1 millisecond'`;
const LIMIT = 10;

/** One wallet with very many failed transactions among many wallets with one each. */
async function makeFailingWallet(tx: Tx): Promise<void> {
  await tx.execute(
    sql.raw(`
    WITH quiet AS (
      INSERT INTO wallets (id, owner_id, currency, created_at)
      SELECT gen_random_uuid(), '${id(2)}', 'YEM', now() FROM generate_series(1, 5000) RETURNING id
    )
    INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
      reference, failure_code, actor_id, created_at, posted_at)
    SELECT gen_random_uuid(), 'WITHDRAW', 'failed', 1, 'YEM', id, NULL, 'quiet ' || id,
      'insufficient_funds', '${id(2)}', now(), now() FROM quiet`),
  );
  await tx.execute(
    sql.raw(`
    INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
      reference, failure_code, actor_id, created_at, posted_at)
    SELECT ('018c' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, 'WITHDRAW', 'failed',
      1, 'YEM', '${SALMA_YEM}', NULL, 'busy ' || n, 'insufficient_funds', '${SALMA}', now(),
      ${POSTED_N}
    FROM generate_series(1, ${BUSY}) AS n`),
  );
  await tx.execute(sql`ANALYZE transactions`);
}

/** One wallet that was very often paid into. */
async function makeBusyWallet(tx: Tx): Promise<void> {
  await tx.execute(
    sql.raw(`
    INSERT INTO transactions (id, type, status, amount, currency, to_wallet_id, reference, actor_id,
      created_at, posted_at)
    SELECT ('018c' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, 'DEPOSIT', 'success',
      1, 'USD', '${SALMA_USD}', 'busy ' || n, '${SALMA}', now(), ${POSTED_N}
    FROM generate_series(1, ${BUSY}) AS n`),
  );
  await tx.execute(
    sql.raw(`
    INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
    SELECT id, '${SALMA_USD}', 'USD', 1, n, n, posted_at
    FROM (SELECT id, posted_at, row_number() OVER (ORDER BY posted_at) AS n FROM transactions
      WHERE to_wallet_id = '${SALMA_USD}' AND reference LIKE 'busy %') AS busy
    UNION ALL
    SELECT id, (SELECT id FROM wallets WHERE currency = 'USD' AND system_purpose = 'cash_in'),
      'USD', -1, NULL, NULL, posted_at
    FROM transactions WHERE to_wallet_id = '${SALMA_USD}' AND reference LIKE 'busy %'`),
  );
  await tx.execute(sql`ANALYZE transactions, entries`);
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The rows that a plan took from a table, shown or not. */
function rowsRead(node: PlanNode, table: string): number {
  const own =
    node["Relation Name"] === table
      ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]
      : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child, table), own);
}

/** The rows of history that this page makes Postgres read. */
async function costOf(tx: Tx, filter: TransactionFilter, after: bigint | null) {
  const page = selectTransactions(VIEWER, filter, { after, limit: LIMIT });
  const { rows } = await tx.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    sql`EXPLAIN (ANALYZE, FORMAT JSON) ${page}`,
  );
  const [row] = rows;
  if (!row) throw new Error("no plan");
  const { Plan } = row["QUERY PLAN"][0];
  return rowsRead(Plan, "transactions") + rowsRead(Plan, "entries");
}

describe("a page of transactions", () => {
  it.each([
    ["failed", makeFailingWallet],
    ["posted", makeBusyWallet],
  ])("of a wallet with very many %s reads no more than the page, wherever it begins", (_, make) =>
    rolledBack(async (tx) => {
      await makeSmallWorld(tx);
      await make(tx);
      await tx.execute(sql`SELECT ${walkInOrder}`);
      const middle = microsAt(BUSY / 2);
      const fiveMs = { fromMicros: microsAt(4_000), toMicros: microsAt(4_005) };
      // A page is read once on the walk and once for its rows, and the other wallets have next to none;
      // which way Postgres goes there depends on what else is in the table. A scan reads all of BUSY.
      const most = BUSY / 100;
      expect(await costOf(tx, EVERYTHING, null)).toBeLessThan(most);
      expect(await costOf(tx, EVERYTHING, middle)).toBeLessThan(most);
      expect(await costOf(tx, { ...EVERYTHING, ...fiveMs }, null)).toBeLessThan(most);
    }),
  );
});

describe("amounts in history", () => {
  it("are exact where a double would round", () =>
    rolledBack(async (tx) => {
      await makeSmallWorld(tx);
      const most = 9_007_199_254_740_993n;
      const transactionId = id(95);
      await tx.execute(
        sql.raw(`INSERT INTO transactions VALUES ('${transactionId}', 'DEPOSIT',
        'success', ${most}, 'USD', NULL, '${SALMA_USD}', 'DEP-MOST', NULL, NULL, '${SALMA}', now(),
        ${posted(4)})`),
      );
      await tx.execute(
        sql.raw(`INSERT INTO entries VALUES
        ('${transactionId}', '${SALMA_USD}', 'USD', ${most}, ${most}, ${most}, ${posted(4)}),
        ('${transactionId}', (SELECT id FROM wallets WHERE currency = 'USD'
          AND system_purpose = 'cash_in'), 'USD', -${most}, NULL, NULL, ${posted(4)})`),
      );
      const page = { after: null, limit: LIMIT };
      const leg = { amountMinor: most, balanceAfterMinor: most, seq: most };

      const filter = { ...EVERYTHING, currency: currencyOf("USD").code };
      const { rows } = await tx.execute<TransactionRow>(selectTransactions(VIEWER, filter, page));
      expect(rows.map(transactionOf)).toMatchObject([{ amountMinor: most, legs: [leg] }]);

      const entries = await tx.execute<HistoryEntryRow>(
        selectEntries(VIEWER, SALMA_USD as WalletId, page),
      );
      expect(entries.rows.map(historyEntryOf)).toMatchObject([leg]);
      const next = selectEntries(VIEWER, SALMA_USD as WalletId, { after: most, limit: LIMIT });
      expect((await tx.execute(next)).rows).toEqual([]);
    }));
});
