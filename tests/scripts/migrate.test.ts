import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { describe, expect, it } from "vitest";
import { NO_TRANSACTION, REPEAT } from "../../scripts/migrate/read-migrations.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { projectRoot } from "../../scripts/system/places.ts";
import { connect, quietly, useEmptyDatabase, useFolders } from "./migrations-under-test.ts";

const BREAK = "--> statement-breakpoint";
const ITEMS = `CREATE TABLE items (n int, m int);${BREAK}
  INSERT INTO items SELECT n FROM generate_series(1, 1000) AS n;`;

const database = useEmptyDatabase();

/** A lock that the test holds until the migration that waits for it may go on. */
const [HOLD, RELEASE] = ["SELECT pg_advisory_lock(7)", "SELECT pg_advisory_unlock(7)"];
const WAITS_FOR_TEST = "pg_advisory_xact_lock_shared(7)";
/** How many runners of migrations wait for a lock now. */
const runnersWaiting = async () => {
  const [{ count }] = await database.rows(`SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE application_name = 'mahfaza-migrate' AND wait_event_type = 'Lock'
      AND datname = current_database()`);
  return count;
};
const folderOf = useFolders();
const applied = () => database.rows("SELECT hash, created_at FROM drizzle.__drizzle_migrations");

describe("the migration runner", () => {
  it("goes on where drizzle's own migrator stopped", async () => {
    await migrate(drizzle(database.client), { migrationsFolder: folderOf({ "0000_a": ITEMS }) });
    const folder = folderOf({ "0000_a": ITEMS, "0001_b": "ALTER TABLE items ADD COLUMN b int;" });
    expect(await migrateDatabase(database.url, { folder })).toBe("1 migrations applied, 2 in all");
    expect(await migrateDatabase(database.url, { folder })).toBe("0 migrations applied, 2 in all");
    await migrate(drizzle(database.client), { migrationsFolder: folder });
    expect(await applied()).toHaveLength(2);
  });

  it("brings an empty database up to the project's migrations, as drizzle records them", async () => {
    const migrationsFolder = `${projectRoot}/drizzle`;
    await migrateDatabase(database.url, quietly().options);
    const ours = await applied();
    await database.rows("DROP SCHEMA drizzle CASCADE");
    await database.rows("DROP SCHEMA public CASCADE");
    await database.rows("CREATE SCHEMA public");
    // Its one transaction cannot build an index concurrently; up to there the records are the same.
    await migrate(drizzle(database.client), { migrationsFolder }).catch(() => {});
    const theirs = await applied().catch(() => []);
    expect(ours.slice(0, theirs.length)).toEqual(theirs);
    expect(ours.length).toBeGreaterThan(11);
  });

  it("commits each migration by itself, so that a failing one takes none with it", async () => {
    const folder = folderOf({
      "0000_a": ITEMS,
      "0001_b": `CREATE TABLE half (n int);${BREAK} SELECT 1 / 0;`,
      "0002_c": "CREATE TABLE late (n int);",
    });
    await expect(migrateDatabase(database.url, { folder })).rejects.toThrow(
      "the migrations failed: 0001_b: division by zero",
    );
    expect(await applied()).toHaveLength(1);
    const tables = "to_regclass('items') AS items, to_regclass('half') AS half";
    expect(await database.rows(`SELECT ${tables}`)).toEqual([{ items: "items", half: null }]);
  });

  it("lets two parallel runs both succeed, each migration applied once", async () => {
    const folder = folderOf({ "0000_a": ITEMS, "0001_b": "SELECT pg_sleep(0.5);" });
    const both = [1, 2].map(() => migrateDatabase(database.url, { folder }));
    expect((await Promise.all(both)).sort()).toEqual([
      "0 migrations applied, 2 in all",
      "2 migrations applied, 2 in all",
    ]);
  });

  it("gives up on another runner that is not done in time", async () => {
    const folder = folderOf({ "0000_a": `SELECT ${WAITS_FOR_TEST};` });
    await database.rows(HOLD);
    const first = migrateDatabase(database.url, { folder });
    await expect.poll(runnersWaiting).toBe(1);
    await expect(migrateDatabase(database.url, { folder, runnerWaitMs: 100 })).rejects.toThrow(
      "another run migrates this database",
    );
    await database.rows(RELEASE);
    await first;
  });

  it("refuses a directive that it does not know, and a directive that has no effect", async () => {
    for (const text of ["-- migrate: no transactions\nSELECT 1;", `${REPEAT}\nSELECT 1;`]) {
      await expect(
        migrateDatabase(database.url, { folder: folderOf({ "0000_a": text }) }),
      ).rejects.toThrow(/0000_a: (unknown directive|what it repeats)/);
    }
  });
});

describe("a migration that meets a long read", () => {
  const alter = { "0000_a": ITEMS, "0001_b": "ALTER TABLE items ADD COLUMN b int;" };

  it("retries after a lock timeout, and does not block other readers", async () => {
    await migrateDatabase(database.url, { folder: folderOf({ "0000_a": ITEMS }) });
    const reader = await connect(database.url);
    await reader.query("BEGIN; SELECT count(*) FROM items");
    const { lines, options } = quietly({ folder: folderOf(alter), waits: { lockTimeoutMs: 200 } });
    const run = migrateDatabase(database.url, options);
    // Each read is answered while the long one is open: it waits for an attempt of the migration at
    // most, and there are more reads than attempts.
    let reads = 0;
    for (; lines.length < 3; await sleep(20)) {
      await database.rows("SELECT count(*) FROM items");
      reads += 1;
    }
    await reader.query("COMMIT");
    await reader.end();
    expect(await run).toBe("1 migrations applied, 2 in all");
    expect(lines[0]).toBe("0001_b: waits for a lock (1 of 40 attempts)");
    expect(reads).toBeGreaterThan(3);
  });

  it("ends with an error that names the session in its way", async () => {
    await migrateDatabase(database.url, { folder: folderOf({ "0000_a": ITEMS }) });
    const reader = await connect(database.url);
    const pid = (await reader.query("SELECT pg_backend_pid() AS pid")).rows[0].pid;
    await reader.query("BEGIN; SELECT 'secret' FROM items LIMIT 1");
    const waits = { lockTimeoutMs: 200, attemptsMax: 3 };
    const { options } = quietly({ folder: folderOf(alter), waits });
    const message = await migrateDatabase(database.url, options).catch((error) => error.message);
    expect(message).toMatch(
      new RegExp(
        `^0001_b did not get its locks in 3 attempts: blocked by session ${pid} \\(a-long-read, ` +
          "user mahfaza, idle in transaction, its transaction open for \\d+ s\\)",
      ),
    );
    expect(message).not.toContain("secret");
    await reader.end();
    expect(await migrateDatabase(database.url, options)).toBe("1 migrations applied, 2 in all");
  });
});

describe("a migration without a transaction", () => {
  const fill = `-- Fills what 0000 left empty.\n${NO_TRANSACTION}\nSELECT 1;${BREAK}
${REPEAT}
UPDATE items SET m = n * 2 WHERE n IN (SELECT n FROM items WHERE m IS NULL LIMIT 300);`;

  it("repeats a statement, each time in a transaction of its own, until no row is left", async () => {
    const { lines, options } = quietly({ folder: folderOf({ "0000_a": ITEMS, "0001_b": fill }) });
    await migrateDatabase(database.url, options);
    const [counts] = await database.rows(`SELECT count(*) FILTER (WHERE m = n * 2)::int AS filled,
      count(DISTINCT xmin::text)::int AS transactions FROM items`);
    expect(counts).toEqual({ filled: 1000, transactions: 4 });
    expect(lines).toEqual(["0001_b: 1000 rows"]);
  });

  it("is not recorded when it is interrupted, and goes on from what was done", async () => {
    // It stops in the middle, at one row, until the test lets it go on.
    const stopping = fill
      .replace("LIMIT 300", "LIMIT 100")
      .replace("n * 2", `n * 2 + CASE n WHEN 500 THEN length(${WAITS_FOR_TEST}::text) ELSE 0 END`);
    const folder = folderOf({ "0000_a": ITEMS, "0001_b": stopping });
    await database.rows(HOLD);
    const run = migrateDatabase(database.url, quietly({ folder }).options).catch((e) => e.message);
    await expect.poll(runnersWaiting).toBe(1);
    await database.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'mahfaza-migrate'`);
    expect(await run).toMatch(/^the migrations failed: 0001_b: /);
    expect(await applied()).toHaveLength(1);
    const filled = "SELECT count(m)::int AS n FROM items";
    const [{ n }] = await database.rows(filled);
    expect(n).toBeGreaterThan(0);
    expect(n).toBeLessThan(1000);
    await database.rows(RELEASE);
    await migrateDatabase(database.url, quietly({ folder }).options);
    expect(await database.rows(filled)).toEqual([{ n: 1000 }]);
    expect(await applied()).toHaveLength(2);
  });

  const index = `-- migrate: no transaction
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS items_n ON items (n);${BREAK}
DROP INDEX CONCURRENTLY IF EXISTS items_old;`;

  it("builds an index again that an interruption left invalid", async () => {
    await database.rows("CREATE TABLE items (n int, m int)");
    await database.rows("INSERT INTO items VALUES (1), (1)");
    await database.rows("CREATE UNIQUE INDEX CONCURRENTLY items_n ON items (n)").catch(() => {});
    await database.rows("DELETE FROM items WHERE ctid = '(0,1)'");
    const valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'items_n'::regclass";
    expect(await database.rows(valid)).toEqual([{ indisvalid: false }]);
    const { lines, options } = quietly({ folder: folderOf({ "0001_b": index }) });
    await migrateDatabase(database.url, options);
    expect(await database.rows(valid)).toEqual([{ indisvalid: true }]);
    expect(lines).toEqual(["0001_b: dropped items_n, which was not built to its end"]);
  });

  it("waits for older transactions with an index, longer than for a lock", async () => {
    await migrateDatabase(database.url, { folder: folderOf({ "0000_a": ITEMS }) });
    const reader = await connect(database.url);
    await reader.query("BEGIN; INSERT INTO items VALUES (5000)");
    const folder = folderOf({ "0000_a": ITEMS, "0001_b": index });
    const waits = { lockTimeoutMs: 100, attemptsMax: 1 };
    const run = migrateDatabase(database.url, quietly({ folder, waits }).options);
    await expect.poll(runnersWaiting).toBe(1);
    await sleep(5 * waits.lockTimeoutMs);
    await database.rows("INSERT INTO items VALUES (5001)");
    await reader.query("COMMIT");
    await reader.end();
    expect(await run).toBe("1 migrations applied, 2 in all");
  });

  it("lets two parallel runs build one index", async () => {
    const folder = folderOf({ "0000_a": ITEMS, "0001_b": index });
    const both = [1, 2].map(() => migrateDatabase(database.url, { folder }));
    expect((await Promise.all(both)).sort()[1]).toBe("2 migrations applied, 2 in all");
  });
});
