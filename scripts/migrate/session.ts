import type pg from "pg";
import { connectClient } from "../postgres/connect-client.ts";

/** Opens a session of the runner's own on the database. */
export async function openSession(databaseUrl: string): Promise<pg.Client> {
  // Neon's pooler hands out a connection per transaction: a session's lock needs the direct host.
  const direct = databaseUrl.replace(/-pooler(?=\.[^@]*\.neon\.tech)/, "");
  const client = await connectClient(direct, "mahfaza-migrate");
  // A limit that the role sets for the service would end a back-fill or an index build.
  await client.query("SET statement_timeout = 0");
  return client;
}
