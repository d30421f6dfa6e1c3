// A wallet's status as it counts now, of its own locked row alone: no other table could be trusted here, for
// after a wait for the lock Postgres looks again at this row, and at no other.
import { sql } from "drizzle-orm";

/** The status of wallet `w`; a freeze that has run out is none, however late the job is that lifts it. */
export const STATUS_NOW = sql`CASE WHEN w.status = 'frozen' AND w.frozen_until <= now()
  THEN 'active' ELSE w.status END`;
