import { sql } from "drizzle-orm";
import { IDEMPOTENCY_KEY_TTL_DAYS, PURGE_BATCH_ROWS } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** Removes one bounded batch of keys that nobody repeats any more; answers how many. */
export async function purgeIdempotencyKeys({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM idempotency_keys
      WHERE created_at < now() - make_interval(days => ${IDEMPOTENCY_KEY_TTL_DAYS}::int)
      LIMIT ${PURGE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
