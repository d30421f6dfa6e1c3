import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { PROBLEMS_PER_CHECK_MAX, reconcile } from "../../src/ledger/reconcile.ts";
import { CHECKS } from "../../src/ledger/reconcile-checks.ts";
import { CORRUPTIONS } from "./corruptions.ts";
import { DEPOSIT } from "./fixture.ts";
import {
  CORRECT_REFUNDS,
  QUOTED_REFUND_IDS,
  QUOTED_REFUNDS,
  WRONG_QUOTED_REFUNDS,
} from "./refund-corruptions.ts";
import { rolledBack } from "./rolled-back-transaction.ts";
import { createUnconstrainedFixture } from "./unconstrained-fixture.ts";

describe("reconcile", () => {
  it("proves the database of this run, over HTTP", async () => {
    const { problems, wallets } = await reconcile(connectHttp(readConfig(env)));
    expect(problems).toEqual([]);
    expect(wallets).toBeGreaterThan(0n);
  });

  it("proves a correct ledger, and reports where the money is", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      const report = await reconcile(tx);
      expect(report).toMatchObject({ transactions: 3n, entries: 4n, problems: [] });
      expect(report.totals).toEqual([
        {
          currency: "YEM",
          cashInMinor: -1000n,
          cashOutMinor: 0n,
          customersMinor: 1000n,
          serviceMinor: 0n,
        },
      ]);
    }));

  it.each(CORRECT_REFUNDS)("proves %s", (_title, statements) =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      for (const statement of statements.split(";")) await tx.execute(sql.raw(statement));
      expect((await reconcile(tx)).problems).toEqual([]);
    }),
  );

  it("expects refunds of an exchanged payment at its rate, the rest of rounding on the last", () =>
    rolledBack(async (tx) => {
      const wrongRefunds = async (statements: string) => {
        await tx.execute(sql`SAVEPOINT before`);
        await createUnconstrainedFixture(tx);
        for (const statement of statements.split(";")) await tx.execute(sql.raw(statement));
        const { problems } = await reconcile(tx);
        await tx.execute(sql`ROLLBACK TO before`);
        const wrong = new Set(problems.map(({ subject }) => subject));
        return QUOTED_REFUND_IDS.filter((id) => wrong.has(id));
      };
      expect(await wrongRefunds(QUOTED_REFUNDS)).toEqual([]);
      expect(await wrongRefunds(WRONG_QUOTED_REFUNDS)).toEqual(QUOTED_REFUND_IDS);
    }));

  it.each(CORRUPTIONS)("finds %s", (_title, statements, expected) =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      for (const statement of statements.split(";")) await tx.execute(sql.raw(statement));
      const { problems } = await reconcile(tx);
      const found = new Set(problems.map(({ check }) => check));
      expect([...found]).toEqual(Object.keys(expected));
      for (const [check, subject] of Object.entries(expected)) {
        if (subject === "any") continue;
        const subjects = problems.filter((problem) => problem.check === check);
        expect(subjects.map((problem) => problem.subject)).toContain(subject);
      }
    }),
  );

  it("has a tested corruption for each of its checks", () => {
    const tested = new Set(CORRUPTIONS.flatMap(([, , expected]) => Object.keys(expected)));
    expect(Object.keys(CHECKS).filter((check) => !tested.has(check))).toEqual([]);
  });

  it("reports a bounded number of problems for each check", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      await tx.execute(sql`UPDATE wallets SET balance = -1`);
      const { problems } = await reconcile(tx);
      const ranges = problems.filter(({ check }) => check === "wallet_range");
      expect(ranges).toHaveLength(PROBLEMS_PER_CHECK_MAX);
    }));

  it("reports amounts exactly that a double would round", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      const most = 999_999_999_999_999_999n;
      await tx.execute(
        sql.raw(`UPDATE entries SET amount = CASE WHEN amount < 0 THEN -${most} ELSE ${most} END,
        balance_after = balance_after + ${most - 1000n} WHERE transaction_id = '${DEPOSIT}'`),
      );
      const { totals } = await reconcile(tx);
      expect(totals[0]?.cashInMinor).toBe(-most);
    }));
});
