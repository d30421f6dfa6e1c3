// Gives the demo's transaction the time of its story. The ledger's own SQL takes its time from now(),
// statement_timestamp() and clock_timestamp(); in the demo's transaction alone, Postgres finds these names first in a schema whose
// functions read the time from a setting. Everything else, take_posted_at and the triggers included, runs as it is.
import { type SQL, sql } from "drizzle-orm";

const SCHEMA = "mahfaza_demo_clock";

interface Session {
  execute(statement: SQL): PromiseLike<unknown>;
}

export interface StoryClock {
  /** Sets the clock; Unix time in milliseconds. */
  set(ms: number): Promise<void>;
  /** Gives the session the real clock back, before COMMIT. */
  remove(): Promise<void>;
}

/** Puts the session's clock into the past until the transaction ends. */
export async function installPastClock(tx: Session): Promise<StoryClock> {
  const reading = sql.raw(`$$ SELECT current_setting('mahfaza.demo_now')::timestamptz $$`);
  const schema = sql.raw(SCHEMA);
  await tx.execute(sql`CREATE SCHEMA ${schema}`);
  for (const name of ["now", "clock_timestamp", "statement_timestamp"].map((text) =>
    sql.raw(text),
  )) {
    await tx.execute(
      sql`CREATE FUNCTION ${schema}.${name}() RETURNS timestamptz LANGUAGE sql STABLE AS ${reading}`,
    );
  }
  // pg_catalog comes first by itself unless it is named.
  await tx.execute(sql`SET LOCAL search_path = ${schema}, pg_catalog, public`);
  return {
    async set(ms) {
      const text = new Date(ms).toISOString();
      await tx.execute(sql`SELECT set_config('mahfaza.demo_now', ${text}, true)`);
    },
    async remove() {
      await tx.execute(sql`SET LOCAL search_path = public`);
      await tx.execute(sql`DROP SCHEMA ${schema} CASCADE`);
    },
  };
}

/** The real clock, for a ledger that has transactions already: it cannot be set. */
export const REAL_CLOCK: StoryClock = { set: async () => {}, remove: async () => {} };
