import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { type Channel, CODE_PURPOSES, type CodePurpose } from "../../domain/contact.ts";
import type { UserId } from "../../domain/ids.ts";
import { hexBytes, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** One-time codes that were sent to contacts, one for each request. */
export const contactCodes = pgTable(
  "contact_codes",
  {
    /**
     * Identifies the request for the code. The verification of one contact is one request, so that
     * a new code replaces the previous one. Each password reset is a request of its own, whose id
     * only its client has.
     */
    requestHash: hexBytes("request_hash").primaryKey(),
    /**
     * Null: a reset for an unregistered contact. It is stored, too, so that both requests take
     * equally long.
     */
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id),
    purpose: text().$type<CodePurpose>().notNull(),
    channel: text().$type<Channel>().notNull(),
    /** A keyed hash of code, request, user and contact: a change of the contact voids the code. */
    hash: hexBytes().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    spentAt: timestamp("spent_at", { withTimezone: true }),
  },
  (t) => [
    index("contact_codes_user_id_idx").on(t.userId),
    index("contact_codes_expires_at_idx").on(t.expiresAt),
    check(
      "contact_codes_without_user",
      sql`${t.userId} IS NOT NULL OR ${t.purpose} IN ('password_reset', 'phone_claim')`,
    ),
    check("contact_codes_purpose_in_list", oneOf(t.purpose, CODE_PURPOSES)),
    check("contact_codes_channel_known", sql`${t.channel} IN ('phone', 'email')`),
    check("contact_codes_request_sha256", sql`octet_length(${t.requestHash}) = 32`),
    check("contact_codes_hash_hmac", sql`octet_length(${t.hash}) = 32`),
    check("contact_codes_attempts_within", sql`${t.attempts} BETWEEN 0 AND 5`),
  ],
);
