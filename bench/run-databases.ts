// The databases of a run: one filled once, and a fresh copy of it for every server that is measured.
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { CliError } from "../scripts/cli-error.ts";
import { migrateDatabase } from "../scripts/migrate.ts";
import { startThrowawayPostgres } from "../scripts/postgres/throwaway-postgres.ts";
import { UNQUEUED } from "../src/crypto/hash-queue.ts";
import { hashPassword } from "../src/crypto/password.ts";
import { firstIdAt } from "../src/domain/ids.ts";
import { reconcile } from "../src/ledger/reconcile.ts";
import { claimMachine } from "./claim-machine.ts";
import { BENCH_POSTGRES, withClient } from "./database.ts";
import { type DatabaseSize, fillDatabase } from "./fill.ts";
import { PASSWORD, PASSWORD_COST } from "./people.ts";

export interface RunDatabases {
  /** The process id of the postmaster. */
  readonly pid: number;
  /** The filled database itself. */
  readonly url: string;
  /** Copies the filled database with its statistics; resolves to the copy's URL. */
  copy(name: string): Promise<string>;
  /** Creates a database with the schema and no rows; resolves to its URL. */
  empty(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Reads a database into the shared buffers, as if it were in use; resolves to its size in bytes. */
  warm(databaseUrl: string): Promise<number>;
  /** Makes a checkpoint, so that no measurement writes the dirty pages of the one before it. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Postgres with a filled database. `settings` are added to the settings of every benchmark. */
export async function openDatabases(
  size: DatabaseSize,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunDatabases> {
  const release = claimMachine();
  const postgres = await startThrowawayPostgres({ ...BENCH_POSTGRES, ...settings });
  const as = (user: string, database: string): string => {
    const url = new URL(postgres.url);
    url.username = user;
    url.pathname = database;
    return url.href;
  };
  const admin = (text: string) =>
    withClient(as("postgres", "postgres"), (client) => client.query(text));
  try {
    await migrateDatabase(postgres.url);
    await fillDatabase(postgres.url, size, await hashPassword(PASSWORD, PASSWORD_COST, UNQUEUED));
  } catch (error) {
    await postgres.stop();
    release();
    throw error;
  }
  return {
    pid: postgres.pid,
    url: postgres.url,
    async copy(name) {
      await admin(`CREATE DATABASE ${name} TEMPLATE mahfaza OWNER mahfaza STRATEGY FILE_COPY`);
      return as("mahfaza", name);
    },
    async empty(name) {
      await admin(`CREATE DATABASE ${name} OWNER mahfaza`);
      await migrateDatabase(as("mahfaza", name));
      return as("mahfaza", name);
    },
    drop: async (name) => void (await admin(`DROP DATABASE ${name} WITH (FORCE)`)),
    warm: (databaseUrl) =>
      withClient(as("postgres", new URL(databaseUrl).pathname), readIntoBuffers),
    settle: async () => void (await admin("CHECKPOINT")),
    stop: () => postgres.stop().finally(release),
  };
}

async function readIntoBuffers(client: pg.Client): Promise<number> {
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_prewarm");
  await client.query(`
    SELECT pg_prewarm(oid) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')`);
  const { rows } = await client.query(
    "SELECT pg_database_size(current_database())::float AS bytes",
  );
  return rows[0].bytes;
}

/** The reconcile checks that pgbench's scripts do not meet: they make references from keys, which costs less. */
export const PGBENCH_LEAVES_OUT: ReadonlySet<string> = new Set(["reference_derived"]);

/** Throws unless this database reconciles, except for the checks in `leavesOut`. */
export async function requireReconciled(
  databaseUrl: string,
  leavesOut: ReadonlySet<string> = new Set(),
): Promise<void> {
  const report = await withClient(databaseUrl, async (client) => {
    await client.query("SET work_mem = '256MB'");
    return reconcile(drizzle(client));
  });
  const [first] = report.problems.filter(({ check }) => !leavesOut.has(check));
  if (first) {
    const { check, subject, detail } = first;
    throw new CliError(
      `the ledger does not reconcile, so the run has no figures: ${check}: ${subject}: ${detail}`,
    );
  }
}

/** The mean number of transactions in one commit since `sinceMs` (Unix time); null without transactions. */
export function meanBatch(databaseUrl: string, sinceMs: number): Promise<number | null> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::float / nullif(count(DISTINCT xmin::text), 0) AS mean FROM transactions WHERE id >= $1",
      [firstIdAt(sinceMs)],
    );
    return rows[0].mean;
  });
}
