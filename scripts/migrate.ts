import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { Complaint, reasonOf, runScript } from "./complaint.ts";
import { projectRoot } from "./places.ts";

// Any number that nothing else locks: "mahfaza" in ASCII, cut to a bigint.
const LOCK = "30786029484401761";
const CONNECT_MS = 10_000;

/** Brings a database up to ./drizzle; resolves to what was done, in words. */
export async function migrateDatabase(databaseUrl: string): Promise<string> {
  const client = await connect(databaseUrl);
  try {
    // Two at once: the second waits, then finds nothing left to do.
    await client.query("SET lock_timeout = '60s'");
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    await client.query("SET lock_timeout = 0");
    const before = await countApplied(client);
    await migrate(drizzle(client), { migrationsFolder: path.join(projectRoot, "drizzle") });
    const after = await countApplied(client);
    return `${after - before} migrations applied, ${after} in all`;
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    throw new Complaint(`the migrations failed: ${reasonOf(cause)}`);
  } finally {
    // Ends the session, and with it the lock.
    await client.end().catch(() => {});
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  let client: pg.Client;
  try {
    // Neon's pooler hands out a connection per transaction: a session's lock needs the direct host.
    const connectionString = databaseUrl.replace(/-pooler(?=\.[^@]*\.neon\.tech)/, "");
    client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MS });
  } catch {
    throw new Complaint("DATABASE_URL is not a postgres:// address");
  }
  client.on("error", () => {});
  try {
    // node-postgres ends its own wait, but not that for a server that accepts and says nothing.
    await Promise.race([client.connect(), failAfter(CONNECT_MS + 1000)]);
    return client;
  } catch (error) {
    await Promise.race([client.end().catch(() => {}), sleep(200)]);
    throw new Complaint(
      `the database at ${client.host}:${client.port} does not answer: ${reasonOf(error)}`,
    );
  }
}

async function failAfter(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Error("timeout");
}

async function countApplied(client: pg.Client): Promise<number> {
  const table = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name");
  if (!table.rows[0].name) return 0;
  const { rows } = await client.query("SELECT count(*) FROM drizzle.__drizzle_migrations");
  return Number(rows[0].count);
}

async function main(): Promise<undefined> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new Complaint("DATABASE_URL is not set: it names the database to migrate");
  console.log(await migrateDatabase(databaseUrl));
}

if (import.meta.main) await runScript(main);
