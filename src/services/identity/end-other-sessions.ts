import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { hasSessionEvenIfSuspended } from "./sessions/session-conditions.ts";
import { writeEvenIfSuspended } from "./sessions/write-in-session.ts";

/** Ends all sessions of the caller except the current one. Refuses with session_ended. */
export async function endOtherSessions(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<null, "session_ended">> {
  const now = ctx.nowMs();
  // The user row is locked first: a concurrent login has either committed and is ended here, or
  // starts later.
  const written = await writeEvenIfSuspended(ctx, caller, (db) => [
    db.execute(sql`
      WITH ended AS (
        UPDATE sessions SET ended_at = now(), end_reason = 'owner'
        WHERE user_id = ${caller.userId} AND id <> ${caller.sessionId} AND ended_at IS NULL
          AND expires_at > now() AND ${hasSessionEvenIfSuspended(caller)}
        RETURNING id
      )
      ${auditEvent({
        id: newId("aud", now),
        type: "other_sessions_ended",
        userId: caller.userId,
        details: sql`jsonb_build_object('sessions', count(*)::text)`,
        from: sql`ended HAVING count(*) > 0`,
      })}`),
  ]);
  return written.ok ? done(null) : written;
}
