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
import { type BooksSize, fillBooks } from "./fill.ts";
import { PASSWORD, PASSWORD_COST } from "./people.ts";

export interface Books {
  /** The cluster's first process. */
  readonly pid: number;
  /** The filled database itself. */
  readonly url: string;
  /** Makes a copy of the filled database, analyzed as it is; answers its URL. */
  copy(name: string): Promise<string>;
  /** Makes an empty database with the schema. */
  empty(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Reads a database into the shared buffers, as one that is in use would lie there; answers its bytes. */
  warm(databaseUrl: string): Promise<number>;
  /** Writes out what earlier work left dirty, so that no measurement pays for the one before it. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** A durable Postgres with filled books. `settings` are Postgres' own, beside those of every benchmark. */
export async function openBooks(
  size: BooksSize,
  settings: Readonly<Record<string, string>> = {},
): Promise<Books> {
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
    await fillBooks(postgres.url, size, await hashPassword(PASSWORD, PASSWORD_COST, UNQUEUED));
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

/** What pgbench's scripts leave out: they name transactions by their keys, which costs them less. */
export const PGBENCH_LEAVES_OUT: ReadonlySet<string> = new Set(["reference_derived"]);

/** Complains unless the books of this database are proven, but for what a server leaves out. */
export async function proveBooks(
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
    throw new CliError(`the books are broken, no figure counts: ${check}: ${subject}: ${detail}`);
  }
}

/** Transactions in one commit, on average, among those made since `sinceMs`; null when there are none. */
export function meanBatch(databaseUrl: string, sinceMs: number): Promise<number | null> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::float / nullif(count(DISTINCT xmin::text), 0) AS mean FROM transactions WHERE id >= $1",
      [firstIdAt(sinceMs)],
    );
    return rows[0].mean;
  });
}
