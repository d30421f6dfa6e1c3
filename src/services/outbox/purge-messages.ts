import { sql } from "drizzle-orm";
import { MESSAGE_RETENTION_DAYS, PURGE_BATCH_ROWS } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** Removes one bounded batch of rows whose messages nobody delivers any more; answers how many. */
export async function purgeMessages({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM outbox_messages WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM outbox_messages
      WHERE status <> 'waiting'
        AND created_at < now() - make_interval(days => ${MESSAGE_RETENTION_DAYS}::int)
      LIMIT ${PURGE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
