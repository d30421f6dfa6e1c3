// `npm run migrate`: brings a database up to ./drizzle while the service works on it. drizzle-kit writes
// the files and drizzle's table records them; drizzle's own migrator runs all in one transaction, which
// would hold the locks of the first until the last is done.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { applyMigration } from "./migrate/apply-migration.ts";
import { LOCK_WAITS, type LockWaits } from "./migrate/lock-waits.ts";
import { requireVersion } from "./migrate/postgres-version.ts";
import { readMigrations } from "./migrate/read-migrations.ts";
import { openSession } from "./migrate/session.ts";
import { readArguments } from "./system/arguments.ts";
import { projectRoot } from "./system/places.ts";

// Any number that nothing else locks: "mahfaza" in ASCII, cut to a bigint.
const LOCK = "30786029484401761";
const RUNNER_WAIT_MS = 60_000;
const RUNNER_POLL_MS = 250;

export interface MigrateOptions {
  readonly folder?: string;
  readonly waits?: Partial<LockWaits>;
  /** How long another runner on the same database may take before this one gives up. */
  readonly runnerWaitMs?: number;
  /** Gets a line now and then. */
  readonly report?: (line: string) => void;
}

/** Brings a database up to ./drizzle; resolves to what was done, in words. */
export async function migrateDatabase(
  databaseUrl: string,
  options: MigrateOptions = {},
): Promise<string> {
  const migrations = readMigrations(options.folder ?? path.join(projectRoot, "drizzle"));
  const client = await openSession(databaseUrl);
  const waits = { ...LOCK_WAITS, ...options.waits };
  const runner = { client, databaseUrl, waits, report: options.report ?? console.log };
  let current = "";
  try {
    await requireVersion(client);
    await waitForOtherRunner(client, options.runnerWaitMs ?? RUNNER_WAIT_MS);
    await ensureTable(client);
    const { count, lastMs } = await readApplied(client);
    const due = migrations.filter(({ journalMs }) => journalMs > lastMs);
    for (const migration of due) {
      current = `${migration.name}: `;
      await applyMigration(runner, migration);
    }
    return `${due.length} migrations applied, ${count + due.length} in all`;
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`the migrations failed: ${current}${reasonOf(error)}`);
  } finally {
    // Ends the session, and with it the lock.
    await client.end().catch(() => {});
  }
}

/**
 * Two at once: the second waits, then finds nothing left to do. It asks again and again instead of
 * waiting inside a statement, whose snapshot an index that is built concurrently would wait for.
 */
async function waitForOtherRunner(client: pg.Client, waitMs: number): Promise<void> {
  for (const deadline = Date.now() + waitMs; ; await sleep(RUNNER_POLL_MS)) {
    const { rows } = await client.query(`SELECT pg_try_advisory_lock(${LOCK}) AS is_ours`);
    if (rows[0].is_ours) return;
    if (Date.now() >= deadline) {
      throw new CliError("another run migrates this database and is not done: try again later");
    }
  }
}

/** Drizzle's table, as drizzle's migrator makes it. */
async function ensureTable(client: pg.Client): Promise<void> {
  await client.query("CREATE SCHEMA IF NOT EXISTS drizzle");
  await client.query(`CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations
    (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`);
}

async function readApplied(client: pg.Client): Promise<{ count: number; lastMs: number }> {
  const { rows } = await client.query(`SELECT count(*)::int AS count,
    coalesce(max(created_at), 0)::float8 AS last_ms FROM drizzle.__drizzle_migrations`);
  return { count: rows[0].count, lastMs: rows[0].last_ms };
}

const USAGE = {
  command: "npm run migrate",
  text: `
Applies the migrations of ./drizzle that a database lacks, while the service works on it.

environment variables:
  DATABASE_URL  the database to migrate (required)`,
};

async function main(): Promise<undefined> {
  readArguments(USAGE, {});
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new CliError("DATABASE_URL is not set: it names the database to migrate");
  console.log(await migrateDatabase(databaseUrl));
}

if (import.meta.main) await runScript(main);
