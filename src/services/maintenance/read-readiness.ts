import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

const WAIT_MS = 3_000;

export interface Readiness {
  /** Every transaction posted up to this moment was checked, as RFC 3339; null: none yet. */
  readonly verifiedUntil: string | null;
  /** How many problems the checks found that no operator has deleted from ledger_problems. */
  readonly problems: number;
}

/**
 * The state of the ledger's checks; null when the database does not answer in time or is not
 * migrated.
 */
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
    // The cause is in the database's log. For the caller the service is not ready.
    .catch(() => null);
  return Promise.race([answer, late]);
}
