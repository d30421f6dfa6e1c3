import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { SessionId, UserId } from "../../domain/ids.ts";
import { SESSION_END_REASONS, type SessionEndReason } from "../../domain/session.ts";
import { hexBytes, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** A session is created by a login. It has a family of refresh tokens, which all end with it. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().$type<SessionId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    endReason: text("end_reason").$type<SessionEndReason>(),
    /** When the user logged in or the tokens were last refreshed. */
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull().defaultNow(),
    /** The client and its place at that time; erased with the account. */
    device: text(),
    place: text(),
    /** When a second factor was last proven in it; see db/active-session.ts. */
    steppedUpAt: timestamp("stepped_up_at", { withTimezone: true }),
  },
  (t) => [
    index("sessions_user_id_idx").on(t.userId),
    index("sessions_expires_at_idx").on(t.expiresAt),
    check("sessions_end_has_reason", sql`(${t.endedAt} IS NULL) = (${t.endReason} IS NULL)`),
    check("sessions_end_reason_known", oneOf(t.endReason, SESSION_END_REASONS)),
  ],
);

/** Refresh tokens, stored as SHA-256. A spent one is kept, so that a second use is detected. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    hash: hexBytes().primaryKey(),
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    spentAt: timestamp("spent_at", { withTimezone: true }),
    /** The token that was spent for this one; null for the first of a session. */
    replaces: hexBytes(),
  },
  (t) => [
    index("refresh_tokens_session_id_idx").on(t.sessionId),
    check("refresh_tokens_hash_sha256", sql`octet_length(${t.hash}) = 32`),
  ],
);
