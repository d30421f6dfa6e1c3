import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { RECENT_CHECKS } from "../../src/ledger/recent-checks.ts";
import { type Check, reconcile } from "../../src/ledger/reconcile.ts";
import { verifyRecent } from "../../src/ledger/verify-recent.ts";
import { DAMAGES } from "./damages.ts";
import { makeLawlessWorld } from "./lawless-world.ts";
import { rolledBack, type Tx } from "./rolled-back.ts";
import { DEPOSIT, OMAR_YEM, SALMA_YEM, TRANSFER } from "./small-world.ts";

const isRecent = (check: string) => Object.hasOwn(RECENT_CHECKS, check);
const findable = DAMAGES.filter(([, , expected]) => Object.keys(expected).some(isRecent));

/** Spans of so many transactions until none is left, and what they found. */
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

const remembered = async (tx: Tx) =>
  (await tx.execute(sql`SELECT check_name, subject FROM ledger_problems ORDER BY 1, 2`)).rows;

describe("the check of what was posted lately", () => {
  it.each([undefined, 1, 2])("proves a sound ledger, in spans of %s", (transactionsMax) =>
    rolledBack(async (tx) => {
      await makeLawlessWorld(tx);
      const { sizes, problems } = await verifyAll(tx, transactionsMax);
      expect(problems).toEqual([]);
      expect(sizes).toEqual(transactionsMax === 1 ? [1, 1, 1] : transactionsMax ? [2, 1] : [3]);
      const { rows } = await tx.execute(sql`SELECT 1 FROM ledger_verifications
        WHERE verified_until = (SELECT max(posted_at) FROM transactions)`);
      expect(rows).toHaveLength(1);
    }),
  );

  it.each(findable)("finds %s, and no more than reconcile does", (_title, damage, expected) =>
    rolledBack(async (tx) => {
      await makeLawlessWorld(tx);
      for (const statement of damage.split(";")) await tx.execute(sql.raw(statement));
      const { problems } = await verifyAll(tx);
      const found = [...new Set(problems.map(({ check }) => check))];
      expect(found.length).toBeGreaterThan(0);
      // An entry that is posted at another moment is not in the span of its transaction: there it is lost.
      const allowed = [...Object.keys(expected), "transaction_legs", "transaction_sum"];
      expect(found.filter((check) => !allowed.includes(check))).toEqual([]);
      expect(await remembered(tx)).toHaveLength(problems.length);
    }),
  );

  it("has a damage for each of its checks", () =>
    rolledBack(async () => {
      const tried = new Set(findable.flatMap(([, , expected]) => Object.keys(expected)));
      expect(Object.keys(RECENT_CHECKS).filter((check) => !tried.has(check))).toEqual([]);
    }));

  it("finds what breaks the chain with an entry before the span", () =>
    rolledBack(async (tx) => {
      await makeLawlessWorld(tx);
      await verifyRecent(tx, 1);
      await tx.execute(
        sql.raw(`UPDATE entries SET balance_after = 751 WHERE transaction_id = '${TRANSFER}'
          AND wallet_id = '${SALMA_YEM}'`),
      );
      const { problems } = await verifyAll(tx, 1);
      expect(problems).toContainEqual({ check: "entry_chain", subject: SALMA_YEM });
    }));

  it("looks at no transaction twice, and tells each problem once", () =>
    rolledBack(async (tx) => {
      await makeLawlessWorld(tx);
      await tx.execute(sql.raw(`UPDATE wallets SET balance = 251 WHERE id = '${OMAR_YEM}'`));
      expect((await verifyAll(tx)).problems).toEqual([
        { check: "wallet_balance", subject: OMAR_YEM },
      ]);
      expect(await verifyAll(tx)).toEqual({ sizes: [], problems: [] });
      await tx.execute(sql`UPDATE ledger_verifications SET verified_until = '-infinity'`);
      expect((await verifyAll(tx)).problems).toEqual([]);
      expect(await remembered(tx)).toEqual([{ check_name: "wallet_balance", subject: OMAR_YEM }]);
    }));

  it("goes on after hours without a transaction", () =>
    rolledBack(async (tx) => {
      await makeLawlessWorld(tx);
      await tx.execute(
        sql.raw(`UPDATE ledger_verifications SET verified_until = (SELECT posted_at FROM transactions
          WHERE id = '${DEPOSIT}') - interval '3 days'`),
      );
      expect((await verifyAll(tx)).sizes).toEqual([3]);
    }));

  it("only reads the ledger", () =>
    rolledBack(async (tx) => {
      await makeLawlessWorld(tx);
      const before = await reconcile(tx);
      await verifyAll(tx);
      expect(await reconcile(tx)).toEqual(before);
    }));
});
