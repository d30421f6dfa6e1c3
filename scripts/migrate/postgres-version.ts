import type pg from "pg";
import { CliError } from "../cli-error.ts";

/**
 * The oldest major version of Postgres that the migrations and the service's SQL run on, and that a test tries:
 * tests/scripts/minimum-postgres-migration.test.ts. Neon offers it and newer ones.
 */
export const POSTGRES_MIN = 14;

/** Refuses a Postgres that is too old, before anything is changed. */
export async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text",
  );
  const { number, text } = rows[0];
  if (Math.floor(number / 10_000) >= POSTGRES_MIN) return;
  throw new CliError(`Postgres ${text} is too old: the service needs ${POSTGRES_MIN} or newer`);
}
