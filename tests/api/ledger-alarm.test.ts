import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runJobs } from "../../src/jobs/run-jobs.ts";
import { verifyLedger } from "../../src/jobs/verify-ledger.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { query } from "../database.ts";
import { OMAR_YEM } from "../ledger/fixture.ts";
import { rolledBack } from "../ledger/rolled-back-transaction.ts";
import { createUnconstrainedFixture } from "../ledger/unconstrained-fixture.ts";
import { api, jsonOf } from "../people.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the job that checks the ledger", () => {
  it("logs an alarm for each problem, and repairs nothing", () =>
    rolledBack(async (tx) => {
      await createUnconstrainedFixture(tx);
      await tx.execute(sql.raw(`UPDATE wallets SET balance = 251 WHERE id = '${OMAR_YEM}'`));
      const log = vi.spyOn(console, "error").mockImplementation(() => {});
      const db = tx as unknown as ServiceContext["db"];
      expect(await verifyLedger({ db })).toBe(3);
      expect(log.mock.calls.flat().map((line) => JSON.parse(line))).toEqual([
        {
          event: "ledger_problem_found",
          at: expect.any(String),
          check: "wallet_balance",
          subject: OMAR_YEM,
        },
      ]);
      const { rows } = await tx.execute(
        sql.raw(`SELECT balance FROM wallets WHERE id = '${OMAR_YEM}'`),
      );
      expect(rows).toEqual([{ balance: "251" }]);
    }));

  it("runs every minute, and verifies all posted transactions", async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    await runJobs("* * * * *", env);
    const [row] = await query(sql`SELECT NOT EXISTS (SELECT FROM transactions
      WHERE posted_at > verified_until) AS is_done FROM ledger_verifications`);
    expect(row).toEqual({ is_done: true });
    expect(await query(sql`SELECT * FROM ledger_problems`)).toEqual([]);
  });

  it("shows its problems in /readyz, which stays ready", async () => {
    await query(sql`INSERT INTO ledger_problems (check_name, subject, detail)
      VALUES ('wallet_range', 'a test', '')`);
    const answer = await api("GET", "/readyz");
    await query(sql`DELETE FROM ledger_problems WHERE subject = 'a test'`);
    expect(answer.status).toBe(200);
    expect(await jsonOf(answer)).toMatchObject({ status: "ok", ledger: { problems: 1 } });
  });
});
