import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { connectHttp } from "../../src/db/connect.ts";
import type { AuditEventType } from "../../src/domain/audit-event.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf } from "../database.ts";
import type { Person } from "../people.ts";

type Audited = { readonly user: Pick<Person["user"], "id"> };

/** The details of a user's events of one type, oldest first. */
export async function detailsOf({ user }: Audited, type: AuditEventType): Promise<unknown[]> {
  const events = await auditEvents(user.id);
  return events.filter((event) => event.type === type).map(({ details }) => details);
}

/**
 * Writes `count` events of one type for a user, as old as `minutes`: without the trigger that gives
 * each event the time of now. A database user who owns the table may turn it off.
 */
export async function writeEvents(
  { user }: Audited,
  type: AuditEventType,
  count: number,
  minutes = 1,
): Promise<void> {
  const db = connectHttp(readConfig(env));
  const write = sql`INSERT INTO audit_events (id, type, user_id, created_at)
    SELECT gen_random_uuid(), ${type}, ${idOf("usr", user.id)}::uuid,
      now() - make_interval(mins => ${minutes}::int) + n * interval '1 microsecond'
    FROM generate_series(1, ${count}::int) AS n`;
  await db.batch([
    db.execute(sql`ALTER TABLE audit_events DISABLE TRIGGER audit_events_in_order`),
    db.execute(write),
    db.execute(sql`ALTER TABLE audit_events ENABLE TRIGGER audit_events_in_order`),
  ]);
}
