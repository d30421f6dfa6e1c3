import { sql } from "drizzle-orm";
import { PURGE_BATCH_ROWS, SESSION_RETENTION_DAYS } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** Removes one bounded batch of long-dead sessions with their refresh tokens; answers how many. */
export async function purgeSessions({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM sessions WHERE id = ANY (ARRAY(
      SELECT id FROM sessions
      WHERE least(ended_at, expires_at) <
        now() - make_interval(days => ${SESSION_RETENTION_DAYS}::int)
      LIMIT ${PURGE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
