import { type SQL, sql } from "drizzle-orm";
import { STEP_UP_SECONDS } from "../domain/limits.ts";

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
