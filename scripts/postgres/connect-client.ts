import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CliError, reasonOf } from "../cli-error.ts";

const CONNECT_MS = 10_000;

/**
 * Connects to a database. Throws a CliError when DATABASE_URL cannot be read, or when the database has not
 * answered within about CONNECT_MS.
 */
export async function connectClient(
  connectionString: string,
  applicationName?: string,
): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_MS,
      ...(applicationName && { application_name: applicationName }),
    });
  } catch {
    throw new CliError("DATABASE_URL is not a postgres:// address");
  }
  client.on("error", () => {});
  try {
    // node-postgres ends its own wait, but not that for a server that accepts and sends nothing.
    await Promise.race([client.connect(), failAfter(CONNECT_MS + 1_000)]);
    return client;
  } catch (error) {
    await Promise.race([client.end().catch(() => {}), sleep(200)]);
    throw new CliError(
      `the database at ${client.host}:${client.port} does not answer: ${reasonOf(error)}`,
    );
  }
}

async function failAfter(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Error("timeout");
}
