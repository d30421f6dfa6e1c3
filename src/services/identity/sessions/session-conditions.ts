import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import {
  activeSessionExists,
  isActive,
  isSuspended,
  lacksStepUp,
} from "../../../db/active-session.ts";
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

/**
 * A condition for statements that write: the caller's session is active, and the caller is not
 * suspended.
 */
export function hasActiveSession(caller: Caller): SQL {
  return activeSessionExists(caller, sql`NOT ${isSuspended()}`);
}

/**
 * A condition for the few writes that a suspended user may still make, such as the end of a
 * session: the caller's session is active.
 */
export function hasSessionEvenIfSuspended(caller: Caller): SQL {
  return activeSessionExists(caller);
}

/**
 * A condition for statements that write sensitive data: the caller's session is active, the caller
 * is not suspended, and either has no second factor or has proven one in this session within
 * STEP_UP_SECONDS.
 */
export function hasSteppedUpSession(caller: Caller): SQL {
  return activeSessionExists(caller, sql`NOT ${isSuspended()} AND NOT ${lacksStepUp()}`);
}
