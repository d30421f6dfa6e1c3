import { type SQL, sql } from "drizzle-orm";
import type { ActType } from "../domain/audit-event-bounds.ts";
import { EVENTS_PER_HOUR_MAX } from "../domain/bounds.ts";
import type { UserId } from "../domain/ids.ts";

/** The parts by which a batch bounds one kind of act of a user. */
export interface BoundedAct {
  /** A query for `wait_seconds`: 0 if the act is allowed now. It precedes the act. */
  readonly read: SQL;
  /** The condition under which the act may be written. */
  readonly isAllowed: SQL;
}

/** The row of BoundedAct.read. */
export interface ActWait extends Record<string, unknown> {
  readonly wait_seconds: number;
}

/**
 * Bounds an act that writes an audit event of this type about a user to `max` within an hour. The
 * events are the count: an act that is refused or changes nothing writes none and counts as none.
 * The batch must have locked the user's row before, so that parallel acts cannot exceed the bound.
 */
export function boundedAct(
  userId: UserId | SQL,
  type: ActType | "suspension_lifted",
  max: number = EVENTS_PER_HOUR_MAX.act,
): BoundedAct {
  const last = sql`SELECT created_at FROM audit_events
    WHERE user_id = ${userId} AND created_at > now() - interval '1 hour' AND type = ${type}
    ORDER BY created_at DESC OFFSET ${max - 1}::int LIMIT 1`;
  return {
    read: sql`SELECT coalesce(ceil(extract(epoch FROM (${last}) + interval '1 hour' - now())), 0)::int
      AS wait_seconds`,
    isAllowed: sql`NOT EXISTS (${last})`,
  };
}
