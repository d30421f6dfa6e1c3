import { sql } from "drizzle-orm";
import { newId, type UserId } from "../../domain/ids.ts";
import type { SecondFactor } from "../../domain/second-factor.ts";
import type { ServiceContext } from "../context.ts";

/** Writes down that a proof of this person's did not hold. */
export async function recordRefusal(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  userId: UserId,
  method: SecondFactor,
): Promise<void> {
  await db.execute(sql`
    INSERT INTO audit_events (id, type, user_id, details, created_at)
    SELECT ${newId("aud", nowMs())}::uuid, 'second_factor_refused', id,
      ${JSON.stringify({ method })}::jsonb, now()
    FROM users WHERE id = ${userId} AND deleted_at IS NULL`);
}
