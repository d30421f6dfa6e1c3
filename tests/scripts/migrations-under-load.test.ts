import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, it } from "vitest";
import { fillDatabase, userIdOf, walletIdOf } from "../../bench/fill.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";
import { projectRoot } from "../../scripts/system/places.ts";

// The fill writes the tables as they are after this migration. A change of the fill moves this number.
const FILLED_AT = 15;
const WALLETS = 2_000;
/** A statement that waits longer for a lock fails: a busy machine is no lock. */
const LOCK_WAIT_MS_MAX = 1_500;

/** The migrations up to FILLED_AT, in a folder of their own. */
function firstMigrations(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-first-"));
  cpSync(path.join(projectRoot, "drizzle"), folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const entries = journal.entries.slice(0, FILLED_AT + 1);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return folder;
}

it("the newest migrations do not block reads or writes of the tables that they change", async () => {
  const folder = firstMigrations();
  const postgres = await startThrowawayPostgres();
  try {
    await migrateDatabase(postgres.url, { folder });
    await fillDatabase(postgres.url, { wallets: WALLETS, transactions: 20_000 }, "a hash");
    let isOver = false;
    let committed = 0;
    const load = async (worker: number) => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`SET lock_timeout = ${LOCK_WAIT_MS_MAX}`);
      for (let n = worker; !isOver; n = 1 + ((n * 7 + worker) % WALLETS)) {
        await client.query("BEGIN");
        await client.query("SELECT balance FROM wallets WHERE id = $1 FOR NO KEY UPDATE", [
          walletIdOf(n),
        ]);
        await client.query(
          "SELECT amount, balance_after FROM entries WHERE wallet_id = $1 ORDER BY posted_at DESC LIMIT 20",
          [walletIdOf(n)],
        );
        await client.query("SELECT status FROM transactions WHERE from_wallet_id = $1 LIMIT 1", [
          walletIdOf(n),
        ]);
        await client.query("UPDATE wallets SET label = $2 WHERE id = $1", [walletIdOf(n), `${n}`]);
        await client.query(
          `INSERT INTO audit_events (id, type, user_id, created_at)
           VALUES (gen_random_uuid(), 'user_logged_in', $1, now())`,
          [userIdOf(n)],
        );
        await client.query("COMMIT");
        committed += 1;
      }
      await client.end();
    };
    const workers = Promise.all([1, 2, 3].map(load));
    const done = await migrateDatabase(postgres.url, { report: () => {} });
    isOver = true;
    await workers;
    expect(done).toMatch(/^\d+ migrations applied, \d+ in all$/);
    expect(committed).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await postgres.stop();
  }
});
