import { type SQL, sql } from "drizzle-orm";
import type { Caller } from "../caller.ts";
import { whileLive } from "../sessions/live-session.ts";

/**
 * The statements that follow a removal, in its batch: with the last factor goes what it required, and the
 * recovery codes, which stand in for a factor only. Without a living session lockPerson has locked
 * nobody, and an addition that commits meanwhile would not be seen: then they change nothing.
 */
export function factorRemoved(caller: Caller): readonly [SQL, SQL] {
  const { userId } = caller;
  return [
    sql`UPDATE users SET has_second_factor =
        EXISTS (SELECT FROM totp_factors WHERE user_id = ${userId} AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkeys WHERE user_id = ${userId})
      WHERE id = ${userId} AND ${whileLive(caller)}`,
    sql`DELETE FROM recovery_codes WHERE user_id = ${userId}
      AND NOT (SELECT has_second_factor FROM users WHERE id = ${userId}) AND ${whileLive(caller)}`,
  ];
}
