import { sql } from "drizzle-orm";
import { recoveryCodeHash } from "../../crypto/recovery-code.ts";
import { lockUser } from "../../db/lock-user.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import type { ServiceContext } from "../context.ts";

/** Whether the code is one of the person's; it is gone with the asking, so one of many at once wins. */
export async function proveRecoveryCode(
  { db, nowMs }: ServiceContext,
  userId: UserId,
  code: string,
): Promise<boolean> {
  const hash = recoveryCodeHash(code);
  if (!hash) return false;
  const now = nowMs();
  const use = sql`
    WITH used AS (
      DELETE FROM recovery_codes WHERE hash = decode(${hash}, 'hex') AND user_id = ${userId}
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, details, created_at)
      SELECT ${newId("aud", now)}::uuid, 'second_factor_proven', user_id,
        '{"method": "recovery_code"}'::jsonb, ${new Date(now).toISOString()}::timestamptz FROM used
    )
    SELECT user_id FROM used`;
  const [, { rows }] = await db.batch([db.execute(lockUser(userId)), db.execute(use)]);
  return rows.length === 1;
}
