import { sql } from "drizzle-orm";
import {
  GUESS_COUNTER_RETENTION_HOURS,
  GUESS_SOURCE_KNOWN_DAYS,
  PURGE_BATCH_ROWS,
} from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** Removes one bounded batch of counters that slow nobody and know nobody; answers how many. */
export async function purgeGuessCounters({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM guess_counters WHERE key = ANY (ARRAY(
      SELECT key FROM guess_counters
      WHERE counted_at < now() - make_interval(hours => ${GUESS_COUNTER_RETENTION_HOURS}::int)
        AND (right_at IS NULL
          OR right_at < now() - make_interval(days => ${GUESS_SOURCE_KNOWN_DAYS}::int))
      LIMIT ${PURGE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
