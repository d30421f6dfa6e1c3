import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { activeSessionExists, isActive, lacksStepUp } from "../../../db/active-session.ts";
import { sessions, users } from "../../../db/schema/index.ts";
import type { SessionId, UserId } from "../../../domain/ids.ts";
import type { Caller } from "../../context.ts";

/**
 * A condition for a query that joins `sessions` with `users`: this is the caller's active session.
 */
export function isActiveSessionOf({
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

/** A condition for any statement: the caller's session is active. */
export function hasActiveSession(caller: Caller): SQL {
  return activeSessionExists(caller);
}

/**
 * A condition for statements that write sensitive data: the caller's session is active, and either
 * the user has no second factor or has proven one in this session within STEP_UP_SECONDS.
 */
export function hasSteppedUpSession(caller: Caller): SQL {
  return activeSessionExists(caller, sql`NOT ${lacksStepUp()}`);
}
