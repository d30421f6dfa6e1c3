import { type SQL, sql } from "drizzle-orm";
import type { UserId } from "../../domain/ids.ts";

/**
 * The statements that follow a removal, in its batch: with the last factor goes what it required, and the
 * recovery codes, which stand in for a factor only.
 */
export function factorRemoved(userId: UserId): readonly [SQL, SQL] {
  return [
    sql`UPDATE users SET has_second_factor =
        EXISTS (SELECT FROM totp_factors WHERE user_id = ${userId} AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkeys WHERE user_id = ${userId})
      WHERE id = ${userId}`,
    sql`DELETE FROM recovery_codes WHERE user_id = ${userId}
      AND NOT (SELECT has_second_factor FROM users WHERE id = ${userId})`,
  ];
}
