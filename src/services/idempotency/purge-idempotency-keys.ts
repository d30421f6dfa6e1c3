import { sql } from "drizzle-orm";
import { IDEMPOTENCY_KEY_TTL_DAYS, PURGE_BATCH_ROWS } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** Removes one bounded batch of keys that nobody repeats any more; answers how many. */
export async function purgeIdempotencyKeys({
  db,
  nowMs,
}: Pick<ServiceContext, "db" | "nowMs">): Promise<number> {
  const at = new Date(nowMs()).toISOString();
  const { rowCount } = await db.execute(sql`
    DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM idempotency_keys
      WHERE created_at < ${at}::timestamptz - make_interval(days => ${IDEMPOTENCY_KEY_TTL_DAYS}::int)
      LIMIT ${PURGE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
