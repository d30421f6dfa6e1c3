import { type SQL, sql } from "drizzle-orm";
import { STEP_UP_SECONDS } from "../domain/bounds.ts";
import type { SessionId, UserId } from "../domain/ids.ts";

/**
 * The SQL condition of an active session: not ended, not expired, and the user not deleted.
 * `session` and `person` are the aliases of the two tables in the statement.
 */
export function isActive(session: SQL = sql`s`, person: SQL = sql`u`): SQL {
  return sql`${session}.ended_at IS NULL AND ${session}.expires_at > now() AND ${person}.deleted_at IS NULL`;
}

/**
 * A SQL condition for any statement: this session of this user is active and fulfils `condition`,
 * in which `s` is the session and `u` the user.
 */
export function activeSessionExists(
  { userId, sessionId }: { readonly userId: UserId; readonly sessionId: SessionId },
  condition: SQL = sql`true`,
): SQL {
  return sql`EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${isActive()} AND ${condition})`;
}

/**
 * The SQL condition of a session that must prove a second factor before a sensitive action: its
 * user has a second factor, and none was proven in the session within STEP_UP_SECONDS. `session`
 * and `person` are the aliases of the two tables in the statement.
 */
export function lacksStepUp(session: SQL = sql`s`, person: SQL = sql`u`): SQL {
  return sql`(${person}.has_second_factor AND NOT ${isSteppedUp(session)})`;
}

/** The SQL condition of a session in which a second factor was proven within STEP_UP_SECONDS. */
export function isSteppedUp(session: SQL = sql`s`): SQL {
  return sql`coalesce(
    ${session}.stepped_up_at > now() - make_interval(secs => ${STEP_UP_SECONDS}::int), false)`;
}

/**
 * The SQL condition of a suspended user, whose payments and changes are refused. `person` is the
 * alias of the table in the statement.
 */
export function isSuspended(person: SQL = sql`u`): SQL {
  return sql`(${person}.suspended_at IS NOT NULL)`;
}

/**
 * Locks a user's row, also of a deleted user. It is a separate statement, the first of its batch,
 * so that the following statements see all changes committed before the lock was granted. NO KEY
 * UPDATE, so that payments, whose foreign keys only reference the row, do not wait.
 *
 * Each batch that changes other rows of the user and writes an audit event must start with this
 * lock: the INSERT of the event takes the lock of the user's events, and two batches that take that
 * lock and a row's lock in opposite orders would deadlock.
 */
export function lockUser(userId: UserId): SQL {
  return sql`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
}

/** The row that `lockCaller` returns. */
export interface LockedSession extends Record<string, unknown> {
  readonly is_suspended: boolean;
  readonly lacks_step_up: boolean;
}

/**
 * Locks the caller's user row while their session is active, and returns one row; otherwise none.
 * As the first statement of a transaction it runs concurrent changes of one user one after the
 * other: the statements after it see everything that was committed before, a suspension too. FOR NO
 * KEY UPDATE does not block payments, which only reference the row. The session row is locked as
 * well, so that the session cannot end between two statements of the transaction.
 */
export function lockCaller({
  userId,
  sessionId,
}: {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}): SQL {
  return sql`
    SELECT ${isSuspended()} AS is_suspended, ${lacksStepUp()} AS lacks_step_up
    FROM users u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND s.id = ${sessionId} AND ${isActive()}
    FOR NO KEY UPDATE OF u FOR SHARE OF s`;
}
