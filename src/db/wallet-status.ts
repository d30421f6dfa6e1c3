// Restrictions of a wallet as of now: a freeze that has ended has no effect, even before the job
// resets its row. Each fragment reads the row of wallet `w` only: after a wait for the row's lock
// Postgres reads that row again, but no row of another table.
import { sql } from "drizzle-orm";

/** Whether wallet `w` is frozen, in whichever scope. */
const IS_FROZEN_NOW = sql`(w.status = 'frozen' AND coalesce(w.frozen_until > now(), true))`;

/** The scope of the freeze of wallet `w`; null: it is not frozen. */
export const FREEZE_SCOPE_NOW = sql`CASE WHEN ${IS_FROZEN_NOW} THEN coalesce(w.freeze_scope, 'both') END`;

/** Whether money may enter wallet `w`: it is not closed, and not frozen for credits. */
export const RECEIVES_NOW = sql`(w.status <> 'closed' AND coalesce(${FREEZE_SCOPE_NOW} = 'debits', true))`;

/** Whether money may leave wallet `w`: it is not closed, and not frozen for debits. */
export const PAYS_NOW = sql`(w.status <> 'closed' AND coalesce(${FREEZE_SCOPE_NOW} = 'credits', true))`;
