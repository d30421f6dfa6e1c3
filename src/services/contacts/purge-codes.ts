import { sql } from "drizzle-orm";
import { PURGE_BATCH_ROWS } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** Removes one bounded batch of codes that nobody can use any more; answers how many. */
export async function purgeCodes({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM contact_codes WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM contact_codes WHERE expires_at < now()
      LIMIT ${PURGE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
