import { and, eq, type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import { lives } from "../../db/live-session.ts";
import { sessions, users } from "../../db/schema/index.ts";
import { lacksStepUp } from "../../db/step-up.ts";
import { walkInOrder } from "../../ledger/statements.ts";
import type { Caller } from "../caller.ts";

/** The caller's session while it lives, as a condition on sessions joined with users. */
export function isLive({ userId, sessionId }: Caller): SQL | undefined {
  return and(
    eq(sessions.id, sessionId),
    eq(sessions.userId, userId),
    lives(sql`${sessions}`, sql`${users}`),
  );
}

/**
 * One row while the caller's session lives, none after. What follows in its transaction walks indexes in
 * their order, as a caller's reads do: of history a page, and all else by key.
 */
export function liveSession(db: HttpDatabase, caller: Caller) {
  return db
    .select({ userId: users.id, walkInOrder })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(isLive(caller));
}

/** The same as a condition inside any other statement. */
export function whileLive({ userId, sessionId }: Caller): SQL {
  return sql`EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${lives()})`;
}

/** And that it need not prove a second factor first: what is sensitive is written under this condition. */
export function whileSteppedUp({ userId, sessionId }: Caller): SQL {
  return sql`EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${lives()}
      AND NOT ${lacksStepUp()})`;
}
