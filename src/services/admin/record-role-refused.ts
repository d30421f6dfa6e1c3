import { sql } from "drizzle-orm";
import { lockUser } from "../../db/lock-user.ts";
import type { OperatorAct } from "../../db/operator.ts";
import { newId } from "../../domain/ids.ts";
import { ROLE_REFUSED_EVERY_SECONDS } from "../../domain/limits.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";

/**
 * Writes into the caller's own trail that they tried what is for operators, once in a while for each act:
 * the trail cannot be changed, and anybody can ask. The Worker's log has a line for every try.
 */
export async function recordRoleRefused(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  { type: act }: OperatorAct,
): Promise<void> {
  const now = nowMs();
  const since = new Date(now - ROLE_REFUSED_EVERY_SECONDS * 1_000).toISOString();
  await db.batch([
    // Of many at once, each sees what the one before it wrote.
    db.execute(lockUser(userId)),
    db.execute(sql`
      INSERT INTO audit_events (id, type, user_id, details, created_at)
      SELECT ${newId("aud", now)}::uuid, 'role_refused', ${userId}::uuid,
        ${JSON.stringify({ act })}::jsonb, ${new Date(now).toISOString()}::timestamptz
      WHERE NOT EXISTS (SELECT FROM audit_events
        WHERE user_id = ${userId} AND type = 'role_refused' AND details ->> 'act' = ${act}
          AND created_at > ${since}::timestamptz)`),
  ]);
}
