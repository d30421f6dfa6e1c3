import { type SQL, sql } from "drizzle-orm";

/**
 * What makes a session one that may ask, said once for every statement: not ended, not expired, its
 * person not deleted. `session` and `person` are how the statement calls the two rows.
 */
export function lives(session: SQL = sql`s`, person: SQL = sql`u`): SQL {
  return sql`${session}.ended_at IS NULL AND ${session}.expires_at > now() AND ${person}.deleted_at IS NULL`;
}
