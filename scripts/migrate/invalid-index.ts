import type pg from "pg";

const NAME =
  /\bCREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?("[^"]+"|\w+)/i;

/**
 * Drops the index that this statement builds, if an earlier build of it was interrupted: Postgres keeps
 * such an index as INVALID, and IF NOT EXISTS would take it for a whole one. Resolves to its name.
 */
export async function dropInvalidIndex(client: pg.Client, sql: string): Promise<string | null> {
  const name = sql.match(NAME)?.[1];
  if (!name) return null;
  const { rows } = await client.query(
    `SELECT indexrelid::regclass::text AS name FROM pg_index
     WHERE indexrelid = to_regclass($1) AND NOT indisvalid`,
    [name],
  );
  if (!rows[0]) return null;
  await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${rows[0].name}`);
  return rows[0].name;
}
