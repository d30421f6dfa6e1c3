import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CliError, reasonOf } from "../cli-error.ts";

const CONNECT_MS = 10_000;

/** Opens a session of the runner's own on the database. */
export async function openSession(databaseUrl: string): Promise<pg.Client> {
  let client: pg.Client;
  try {
    // Neon's pooler hands out a connection per transaction: a session's lock needs the direct host.
    const connectionString = databaseUrl.replace(/-pooler(?=\.[^@]*\.neon\.tech)/, "");
    client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: "mahfaza-migrate",
    });
  } catch {
    throw new CliError("DATABASE_URL is not a postgres:// address");
  }
  client.on("error", () => {});
  try {
    // node-postgres ends its own wait, but not that for a server that accepts and says nothing.
    await Promise.race([client.connect(), failAfter(CONNECT_MS + 1000)]);
  } catch (error) {
    await Promise.race([client.end().catch(() => {}), sleep(200)]);
    throw new CliError(
      `the database at ${client.host}:${client.port} does not answer: ${reasonOf(error)}`,
    );
  }
  // A limit that the role sets for the service would end a back-fill or an index build.
  await client.query("SET statement_timeout = 0");
  return client;
}

async function failAfter(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Error("timeout");
}
