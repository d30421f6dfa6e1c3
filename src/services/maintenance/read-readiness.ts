import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

const WAIT_MS = 3_000;

export interface Readiness {
  /** Every transaction posted up to here was checked, as RFC 3339; null: none yet. */
  readonly verifiedUntil: string | null;
  /** What the checks found and nobody has removed yet. */
  readonly problems: number;
}

/** What the service can tell of its ledger; null when the database does not answer in time or is not migrated. */
export async function readReadiness(ctx: Pick<ServiceContext, "db">): Promise<Readiness | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), WAIT_MS);
  });
  const answer = ctx.db
    .execute<{ verified_until: string | null; problems: number }>(sql`
      SELECT (SELECT count(*)::int FROM ledger_problems) AS problems,
        (SELECT to_char(verified_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          FROM ledger_verifications WHERE checker = 'recent') AS verified_until
      FROM currencies LIMIT 1`)
    .then(({ rows: [row] }) =>
      row ? { verifiedUntil: row.verified_until, problems: row.problems } : null,
    )
    // Why it does not answer is the database's log to tell; here it is only not ready.
    .catch(() => null);
  return Promise.race([answer, late]);
}
