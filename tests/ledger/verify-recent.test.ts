import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { RECENT_CHECKS } from "../../src/ledger/recent-checks.ts";
import { type Check, reconcile } from "../../src/ledger/reconcile.ts";
import { verifyRecent } from "../../src/ledger/verify-recent.ts";
import { CORRUPTIONS } from "./corruptions.ts";
import { DEPOSIT, OMAR_YEM, SALMA_YEM, TRANSFER } from "./fixture.ts";
import { rolledBack, type Tx } from "./rolled-back-transaction.ts";
import { createUnconstrainedFixture } from "./unconstrained-fixture.ts";

const isRecent = (check: string) => Object.hasOwn(RECENT_CHECKS, check);
const findable = CORRUPTIONS.filter(([, , expected]) => Object.keys(expected).some(isRecent));

/**
 * Verifies spans of up to `transactionsMax` transactions until none is left; returns their sizes
 * and problems.
 */
async function verifyAll(tx: Tx, transactionsMax?: number) {
  const sizes: number[] = [];
  const problems: { check: Check; subject: string }[] = [];
  for (;;) {
    const verified = await verifyRecent(tx, transactionsMax);
    problems.push(...verified.problems);
    if (verified.transactions === 0) return { sizes, problems };
    sizes.push(verified.transactions);
  }
}

const storedProblems = async (tx: Tx) =>
  (await tx.execute(sql`SELECT check_name, subject FROM ledger_problems ORDER BY 1, 2`)).rows;

describe("the verification of recent transactions", () => {
  it.each([undefined, 1, 2])("proves a correct ledger, in spans of %s", (transactionsMax) =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      const { sizes, problems } = await verifyAll(tx, transactionsMax);
      expect(problems).toEqual([]);
      expect(sizes).toEqual(transactionsMax === 1 ? [1, 1, 1] : transactionsMax ? [2, 1] : [3]);
      const { rows } = await tx.execute(sql`SELECT 1 FROM ledger_verifications
        WHERE verified_until = (SELECT max(posted_at) FROM transactions)`);
      expect(rows).toHaveLength(1);
    }),
  );

  it.each(findable)("finds %s, and only what reconcile finds", (_title, statements, expected) =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      for (const statement of statements.split(";")) await tx.execute(sql.raw(statement));
      const { problems } = await verifyAll(tx);
      const found = [...new Set(problems.map(({ check }) => check))];
      expect(found.length).toBeGreaterThan(0);
      // An entry with another posted_at is not in the span of its transaction, where it is then
      // missing.
      const allowed = [...Object.keys(expected), "transaction_legs", "transaction_sum"];
      expect(found.filter((check) => !allowed.includes(check))).toEqual([]);
      expect(await storedProblems(tx)).toHaveLength(problems.length);
    }),
  );

  it("has a tested corruption for each of its checks", () => {
    const tested = new Set(findable.flatMap(([, , expected]) => Object.keys(expected)));
    expect(Object.keys(RECENT_CHECKS).filter((check) => !tested.has(check))).toEqual([]);
  });

  it("finds an entry that does not continue the balance of an entry before the span", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      await verifyRecent(tx, 1);
      await tx.execute(
        sql.raw(`UPDATE entries SET balance_after = 751 WHERE transaction_id = '${TRANSFER}'
          AND wallet_id = '${SALMA_YEM}'`),
      );
      const { problems } = await verifyAll(tx, 1);
      expect(problems).toContainEqual({ check: "entry_chain", subject: SALMA_YEM });
    }));

  it("checks each transaction once, and returns each problem once", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      await tx.execute(sql.raw(`UPDATE wallets SET balance = 251 WHERE id = '${OMAR_YEM}'`));
      expect((await verifyAll(tx)).problems).toEqual([
        { check: "wallet_balance", subject: OMAR_YEM },
      ]);
      expect(await verifyAll(tx)).toEqual({ sizes: [], problems: [] });
      await tx.execute(sql`UPDATE ledger_verifications SET verified_until = '-infinity'`);
      expect((await verifyAll(tx)).problems).toEqual([]);
      expect(await storedProblems(tx)).toEqual([
        { check_name: "wallet_balance", subject: OMAR_YEM },
      ]);
    }));

  it("continues after days without a transaction", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      await tx.execute(
        sql.raw(`UPDATE ledger_verifications SET verified_until = (SELECT posted_at FROM transactions
          WHERE id = '${DEPOSIT}') - interval '3 days'`),
      );
      expect((await verifyAll(tx)).sizes).toEqual([3]);
    }));

  it("only reads the ledger", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      const before = await reconcile(tx);
      await verifyAll(tx);
      expect(await reconcile(tx)).toEqual(before);
    }));
});
