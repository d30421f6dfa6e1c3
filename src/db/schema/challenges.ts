import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { SessionId, UserId } from "../../domain/ids.ts";
import { hexBytes } from "./columns.ts";
import { users } from "./users.ts";

/**
 * What a challenge is for; it answers for nothing else.
 * - log_in: a right password waits for its second factor.
 * - passkey_…: a browser shall sign it, to register, to log in without a password, as the second factor
 *   of a log-in, or to step a session up.
 */
export type ChallengePurpose =
  | "log_in"
  | "passkey_registration"
  | "passkey_log_in"
  | "passkey_second_factor"
  | "passkey_step_up";

/** Challenges that are out, as SHA-256 only; a used one is gone. */
export const challenges = pgTable(
  "challenges",
  {
    hash: hexBytes().primaryKey(),
    purpose: text().$type<ChallengePurpose>().notNull(),
    /** Whose; null where a passkey is yet to say who logs in. */
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id),
    /** The session that asked, where one did. */
    sessionId: uuid("session_id").$type<SessionId>(),
    /** SHA-256 of the stored hash that the password was right by: a change of it ends the log-in. */
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
