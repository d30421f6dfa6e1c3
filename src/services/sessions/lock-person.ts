import { type SQL, sql } from "drizzle-orm";
import { lives } from "../../db/live-session.ts";
import { lacksStepUp } from "../../db/step-up.ts";
import type { Caller } from "../caller.ts";

export interface LockedPerson extends Record<string, unknown> {
  readonly lacks_step_up: boolean;
}

/**
 * Locks the caller's own row while their session lives; no row when it does not. First statement of a
 * batch, it puts one person's changes in order: the statements after it see what those before wrote.
 * NO KEY: payments, which only point at the row, need not wait. The session is locked too, so that it
 * cannot end between two statements of the batch.
 */
export function lockPerson({ userId, sessionId }: Caller): SQL {
  return sql`
    SELECT ${lacksStepUp()} AS lacks_step_up FROM users u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND s.id = ${sessionId} AND ${lives()}
    FOR NO KEY UPDATE OF u FOR SHARE OF s`;
}
