import { sql } from "drizzle-orm";
import { lockUser } from "../../db/active-session.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { hasSessionEvenIfSuspended } from "./sessions/session-conditions.ts";

/**
 * Ends the caller's session: from now on its access and refresh tokens are refused. Refuses with
 * session_ended.
 */
export async function logOut(
  { db, nowMs }: ServiceContext,
  caller: Caller,
): Promise<Outcome<null, "session_ended">> {
  const now = nowMs();
  const end = sql`
    WITH ended AS (
      UPDATE sessions SET ended_at = now(), end_reason = 'logout'
      WHERE id = ${caller.sessionId} AND ended_at IS NULL AND ${hasSessionEvenIfSuspended(caller)}
      RETURNING user_id
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "user_logged_out", userId: sql`user_id`, from: sql`ended` })}
    )
    SELECT user_id FROM ended`;
  const [, { rows }] = await db.batch([db.execute(lockUser(caller.userId)), db.execute(end)]);
  return rows.length === 1 ? done(null) : refuse("session_ended");
}
