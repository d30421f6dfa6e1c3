import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { isActive, lacksStepUp } from "../../../db/active-session.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { sessions, users } from "../../../db/schema/index.ts";
import { runQuery, writeQuery } from "../../../db/written-query.ts";
import type { SessionId, UserId } from "../../../domain/ids.ts";
import { walkInOrder } from "../../../ledger/history-reads.ts";
import type { Caller } from "../../caller.ts";

/** The caller's session while it is active, as a condition on sessions joined with users. */
export function isActiveSession({
  userId,
  sessionId,
}: {
  readonly userId: UserId | Placeholder;
  readonly sessionId: SessionId | Placeholder;
}): SQL | undefined {
  return and(
    eq(sessions.id, sessionId),
    eq(sessions.userId, userId),
    isActive(sql`${sessions}`, sql`${users}`),
  );
}

const readSession = writeQuery<{ user_id: UserId }>(sql`
  SELECT u.id AS user_id, ${walkInOrder} FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = ${sql.placeholder("session")} AND u.id = ${sql.placeholder("user")} AND ${isActive()}`);

/**
 * One row while the caller's session is active, none after. What follows in its transaction walks indexes in
 * their order, as a caller's reads do: of history a page, and all else by key.
 */
export function activeSession(db: HttpDatabase, { userId, sessionId }: Caller) {
  return runQuery(db, readSession, { session: sessionId, user: userId });
}

/** The same as a condition inside any other statement. */
export function whileActive({ userId, sessionId }: Caller): SQL {
  return sql`EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${isActive()})`;
}

/** And that it need not prove a second factor first: what is sensitive is written under this condition. */
export function whileSteppedUp({ userId, sessionId }: Caller): SQL {
  return sql`EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${isActive()}
      AND NOT ${lacksStepUp()})`;
}
