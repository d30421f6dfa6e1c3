import { type SQL, sql } from "drizzle-orm";
import { STEP_UP_SECONDS } from "../domain/bounds.ts";
import type { UserId } from "../domain/ids.ts";

/**
 * What makes a session one that may ask, said once for every statement: not ended, not expired, its
 * person not deleted. `session` and `person` are how the statement calls the two rows.
 */
export function isActive(session: SQL = sql`s`, person: SQL = sql`u`): SQL {
  return sql`${session}.ended_at IS NULL AND ${session}.expires_at > now() AND ${person}.deleted_at IS NULL`;
}

/**
 * Whether a session must prove a second factor before what is sensitive: its person has one, and none
 * was proven in it within STEP_UP_SECONDS. Said once, for services and the ledger; `session` and
 * `person` are how the statement calls the two rows.
 */
export function lacksStepUp(session: SQL = sql`s`, person: SQL = sql`u`): SQL {
  return sql`(${person}.has_second_factor AND NOT ${isSteppedUp(session)})`;
}

/** Whether a second factor was proven in a session within STEP_UP_SECONDS. */
export function isSteppedUp(session: SQL = sql`s`): SQL {
  return sql`coalesce(
    ${session}.stepped_up_at > now() - make_interval(secs => ${STEP_UP_SECONDS}::int), false)`;
}

/**
 * Locks a person's row, whatever became of them. A statement of its own, first in its batch: what follows
 * sees what everybody before it wrote. NO KEY: payments, which only point at the row, need not wait. Whatever
 * changes other rows of the person and writes an audit event starts with it: the event takes the lock of the
 * person's events, and two that take that and a row in opposite orders would deadlock.
 */
export function lockUser(userId: UserId): SQL {
  return sql`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
}
