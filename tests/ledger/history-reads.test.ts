import { type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { SEARCH_NEWEST_MAX } from "../../src/domain/bounds.ts";
import { currencyOf } from "../../src/domain/currency.ts";
import type { TransactionFilter } from "../../src/domain/history.ts";
import type { TransactionId, UserId, WalletId } from "../../src/domain/ids.ts";
import type { UnixMicros } from "../../src/domain/instant.ts";
import {
  disableBitmapScans,
  selectEntries,
  selectTransaction,
} from "../../src/ledger/history-reads.ts";
import {
  type HistoryEntryRow,
  historyEntryOf,
  type TransactionRow,
  transactionOf,
} from "../../src/ledger/history-rows.ts";
import { selectTransactions } from "../../src/ledger/transaction-pages.ts";
import {
  BUSY,
  makeBusyPayer,
  makeBusyWallet,
  microsAt,
  type PlanNode,
  POSTED_N,
  rowsRead,
} from "./busy-wallet.ts";
import { id, posted, SALMA, SALMA_USD, SALMA_YEM } from "./fixture.ts";
import { insertFixture, rolledBack, type Tx } from "./rolled-back-transaction.ts";

const VIEWER = SALMA as UserId;
const NO_FILTER: TransactionFilter = {
  type: null,
  status: null,
  direction: null,
  walletId: null,
  currency: null,
  fromMicros: null,
  toMicros: null,
  text: null,
};
const LIMIT = 10;

/** One wallet with BUSY failed transactions, among many wallets with one each. */
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
  await tx.execute(sql`ANALYZE transactions, entries`);
}

async function planOf(tx: Tx, statement: SQL): Promise<PlanNode> {
  const { rows } = await tx.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
  );
  const [row] = rows;
  if (!row) throw new Error("no plan");
  return row["QUERY PLAN"][0].Plan;
}

/** The rows of transactions and entries that Postgres reads for this page. */
async function rowsReadFor(tx: Tx, filter: TransactionFilter, after: UnixMicros | null) {
  const plan = await planOf(tx, selectTransactions(VIEWER, filter, { after, limit: LIMIT }));
  return rowsRead(plan, "transactions") + rowsRead(plan, "entries");
}

describe("a page of transactions", () => {
  it.each([
    ["failed", makeFailingWallet],
    ["posted", makeBusyWallet],
  ])(
    "of a wallet with very many %s transactions reads only the page's rows, at any cursor",
    (_, make) =>
      rolledBack(async (tx) => {
        await insertFixture(tx);
        await make(tx);
        await tx.execute(sql`SELECT ${disableBitmapScans}`);
        // As in a table of many users: with a few hundred entries of other tests, a scan of all of
        // them for each row of the page looks cheap.
        await tx.execute(sql`SET LOCAL enable_seqscan = off`);
        const middle = microsAt(BUSY / 2);
        const fiveMs = { fromMicros: microsAt(4_000), toMicros: microsAt(4_005) };
        // A page's rows are read twice, in the index and in the table, and few rows of the other
        // wallets. How Postgres reads those depends on the other rows in the table. A scan reads
        // all of BUSY.
        const max = BUSY / 20;
        expect(await rowsReadFor(tx, NO_FILTER, null)).toBeLessThan(max);
        expect(await rowsReadFor(tx, NO_FILTER, middle)).toBeLessThan(max);
        expect(await rowsReadFor(tx, { ...NO_FILTER, ...fiveMs }, null)).toBeLessThan(max);
      }),
  );
});

describe("the counterparties of a page", () => {
  it("are read by their keys, one for each row, among very many people", () =>
    rolledBack(async (tx) => {
      await insertFixture(tx);
      await makeBusyPayer(tx);
      await tx.execute(sql`SELECT ${disableBitmapScans}`);
      const page = { after: null, limit: LIMIT };
      const statements = {
        transactions: selectTransactions(VIEWER, NO_FILTER, page),
        entries: selectEntries(VIEWER, SALMA_YEM as WalletId, page),
        one: selectTransaction(VIEWER, id(22) as TransactionId),
      };
      // A page and the row after it, and the viewer's own three wallets.
      const max = { transactions: LIMIT + 4, entries: LIMIT + 4, one: 4 };
      for (const name of ["transactions", "entries", "one"] as const) {
        const plan = await planOf(tx, statements[name]);
        expect(rowsRead(plan, "users"), name).toBeGreaterThan(0);
        expect(rowsRead(plan, "users"), name).toBeLessThanOrEqual(max[name]);
        expect(rowsRead(plan, "wallets"), name).toBeLessThanOrEqual(max[name]);
      }
    }));
});

describe("a search", () => {
  const found = async (tx: Tx, text: string) => {
    const page = selectTransactions(VIEWER, { ...NO_FILTER, text }, { after: null, limit: LIMIT });
    const { rows } = await tx.execute<TransactionRow>(page);
    return rows.map(({ reference }) => reference);
  };

  it("without a match, or with few, reads the newest transactions and an index, not the history", () =>
    rolledBack(async (tx) => {
      await insertFixture(tx);
      await makeBusyWallet(tx);
      await tx.execute(
        sql.raw(`INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, reference,
          note, failure_code, actor_id, created_at, posted_at)
        VALUES ('${id(96)}', 'WITHDRAW', 'failed', 1, 'USD', '${SALMA_USD}', 'WDR-201231-7K3M-9QXT-2A4B',
          'إيجار شهر Straße', 'insufficient_funds', '${SALMA}', now(), ${POSTED_N.replace("n)", "1)")})`),
      );
      await tx.execute(sql`SELECT ${disableBitmapScans}`);
      // As in a table of many users, of which no plan reads everything.
      await tx.execute(sql`SET LOCAL enable_seqscan = off`);
      const older = ["WDR-201231-7K3M-9QXT-2A4B"];
      for (const text of ["ايجار", "strasse", "هر", "W7", "7k3m", "WDR-2012", "9QXT-2A"]) {
        expect(await found(tx, text), text).toEqual(text === "W7" ? [] : older);
        // The newest are read twice: in their index and in the table.
        const filter = { ...NO_FILTER, text };
        expect(await rowsReadFor(tx, filter, null), text).toBeLessThan(4 * SEARCH_NEWEST_MAX);
      }
    }));

  it("reads no index if the newest transactions have enough matches", () =>
    rolledBack(async (tx) => {
      await insertFixture(tx);
      await makeBusyWallet(tx, 2 * SEARCH_NEWEST_MAX, "busy day");
      const page = { after: null, limit: LIMIT };
      const plan = await tx.execute<{ "QUERY PLAN": string }>(
        sql`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF)
          ${selectTransactions(VIEWER, { ...NO_FILTER, text: "BUSY d" }, page)}`,
      );
      const lines = plan.rows.map((row) => row["QUERY PLAN"]);
      const index = lines.find((line) => line.includes("search_candidates"));
      expect(index).toContain("never executed");
    }));
});

describe("amounts in history", () => {
  it("are exact where a double would round", () =>
    rolledBack(async (tx) => {
      await insertFixture(tx);
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

      const filter = { ...NO_FILTER, currency: currencyOf("USD").code };
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
