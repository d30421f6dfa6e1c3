import { type SQL, sql } from "drizzle-orm";
import { lockUser } from "../../db/active-session.ts";
import { atMostEachHour, auditEvent } from "../../db/audit-event.ts";
import type { RefusalType } from "../../domain/audit-event-bounds.ts";
import { EVENTS_PER_HOUR_MAX } from "../../domain/bounds.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import { withoutEffect } from "../../domain/statement-effect.ts";
import type { ServiceContext } from "../context.ts";

/** A condition for the event of a refusal: it does not exceed the hourly bound of its type. */
export function isRefusalRecorded(type: RefusalType, userId: UserId | SQL): SQL {
  return atMostEachHour(type, userId, EVENTS_PER_HOUR_MAX.refusal);
}

/**
 * Records that a secret of a user was refused. The attempt was counted before it was checked, since
 * parallel attempts would be checked without a bound otherwise; the refusal must be answered only
 * after this has committed. So each refusal that a client sees is counted and recorded, up to the
 * hourly bound, and no attempt is recorded that was not counted. `taking` is a statement of the
 * same transaction, which takes the challenge of the refused proof. For a user who does not exist
 * the round trip is made without a row, so that the time tells nothing.
 */
export async function recordRefusal(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  userId: UserId,
  type: RefusalType,
  details: Readonly<Record<string, string>> = {},
  taking: SQL = sql`SELECT`,
): Promise<void> {
  const event = auditEvent({
    id: newId("aud", nowMs()),
    type,
    userId: sql`id`,
    details,
    from: sql`users`,
    where: sql`id = ${userId} AND deleted_at IS NULL AND ${isRefusalRecorded(type, sql`id`)}`,
  });
  await withoutEffect(
    db.batch([db.execute(lockUser(userId)), db.execute(taking), db.execute(event)]),
  );
}
