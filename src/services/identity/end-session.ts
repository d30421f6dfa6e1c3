import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId, type SessionId, toWireId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { hasSessionEvenIfSuspended } from "./sessions/session-conditions.ts";
import { writeEvenIfSuspended } from "./sessions/write-in-session.ts";

/**
 * Ends one of the caller's sessions, which may be the current one; its next request is refused.
 * Refuses with session_ended or session_not_found.
 */
export async function endSession(
  ctx: ServiceContext,
  caller: Caller,
  sessionId: SessionId,
): Promise<Outcome<null, "session_ended" | "session_not_found">> {
  const now = ctx.nowMs();
  const details = { session: toWireId("ses", sessionId) };
  // The user row is locked first: when two sessions end each other at once, only the first
  // succeeds.
  const written = await writeEvenIfSuspended(ctx, caller, (db) => [
    db.execute(sql`
      WITH ended AS (
        UPDATE sessions SET ended_at = now(), end_reason = 'owner'
        WHERE id = ${sessionId} AND user_id = ${caller.userId} AND ended_at IS NULL
          AND expires_at > now() AND ${hasSessionEvenIfSuspended(caller)}
        RETURNING user_id
      ), event AS (
        ${auditEvent({
          id: newId("aud", now),
          type: "session_ended",
          userId: sql`user_id`,
          details,
          from: sql`ended`,
        })}
      )
      SELECT user_id FROM ended`),
  ]);
  if (!written.ok) return written;
  return written.value[0].rows.length === 1 ? done(null) : refuse("session_not_found");
}
