import { and, desc, eq, sql } from "drizzle-orm";
import { isActive } from "../../db/active-session.ts";
import type { HttpDatabase } from "../../db/connect.ts";
import { sessions, users } from "../../db/schema/index.ts";
import { SESSIONS_PER_USER_MAX } from "../../domain/bounds.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Session } from "../../domain/session.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "./sessions/read-in-session.ts";

/** Lists the caller's active sessions, the most recently seen first. Refuses with session_ended. */
export async function listSessions(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<readonly Session[], "session_ended">> {
  const read = await readInSession(ctx, caller, (db) => [selectSessions(db, caller.userId)]);
  if (!read.ok) return read;
  const [rows] = read.value;
  return done(rows.map((row) => ({ ...row, isCurrent: row.id === caller.sessionId })));
}

/** The active sessions of a user, the most recently seen first, without tokens. */
export function selectSessions(db: HttpDatabase, userId: UserId) {
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      place: sessions.place,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.userId, userId), isActive(sql`${sessions}`, sql`${users}`)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(SESSIONS_PER_USER_MAX);
}
