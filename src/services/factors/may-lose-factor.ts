import { type SQL, sql } from "drizzle-orm";
import type { UserId } from "../../domain/ids.ts";

/**
 * Whether a person may lose one of their factors, as a condition under their lock: nobody holds a role on
 * a password alone, for whoever knew that would enrol a factor of their own and act with it.
 */
export function mayLoseFactor(userId: UserId): SQL {
  return sql`EXISTS (SELECT FROM users u WHERE u.id = ${userId} AND (u.role = 'user'
    OR (SELECT count(*) FROM totp_factors WHERE user_id = u.id AND confirmed_at IS NOT NULL)
      + (SELECT count(*) FROM passkeys WHERE user_id = u.id) > 1))`;
}
