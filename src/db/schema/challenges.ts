import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { SessionId, UserId } from "../../domain/ids.ts";
import { hexBytes } from "./columns.ts";
import { users } from "./users.ts";

/**
 * A challenge is valid for one purpose only.
 * - log_in: the password was correct, and the second factor must follow.
 * - passkey_…: an authenticator must sign it, to register a passkey, to log in without a password,
 *   as the second factor of a login, or to step up a session.
 */
export type ChallengePurpose =
  | "log_in"
  | "passkey_registration"
  | "passkey_log_in"
  | "passkey_second_factor"
  | "passkey_step_up";

/** Unused challenges, stored as SHA-256. A used one is deleted. */
export const challenges = pgTable(
  "challenges",
  {
    hash: hexBytes().primaryKey(),
    purpose: text().$type<ChallengePurpose>().notNull(),
    /** Null for a login by passkey: the passkey identifies the user. */
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id),
    /** The session that requested it; null for a login. */
    sessionId: uuid("session_id").$type<SessionId>(),
    /** SHA-256 of the password hash at that time: a password change voids the challenge. */
    passwordFingerprint: hexBytes("password_fingerprint"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    index("challenges_expires_at_idx").on(t.expiresAt),
    index("challenges_user_id_idx").on(t.userId),
    check("challenges_hash_sha256", sql`octet_length(${t.hash}) = 32`),
    check(
      "challenges_purpose_known",
      sql`${t.purpose} IN ('log_in', 'passkey_registration', 'passkey_log_in',
        'passkey_second_factor', 'passkey_step_up')`,
    ),
    check(
      "challenges_belong",
      sql`(${t.userId} IS NULL) = (${t.purpose} = 'passkey_log_in')
        AND (${t.passwordFingerprint} IS NOT NULL) = (${t.purpose} = 'log_in')`,
    ),
  ],
);
