import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import type { Channel } from "../../../domain/contact.ts";
import type { Email } from "../../../domain/email.ts";
import { newId } from "../../../domain/ids.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { User } from "../../../domain/user.ts";
import type { Caller } from "../../context.ts";
import { putMessages } from "../../messages/put-messages.ts";
import type { SealedMessage } from "../../messages/seal-message.ts";
import { hasActiveSession, hasSteppedUpSession } from "../sessions/session-conditions.ts";

/** Null leaves a column as it is, so that two changes at once keep both. */
export interface ProfileWriting {
  readonly username: string | null;
  readonly phone: Phone | null;
  /** Null takes the address away; undefined leaves it. */
  readonly email: Email | null | undefined;
  readonly newHash: string | null;
  readonly verifiedHash: string | null;
  readonly fields: readonly string[];
  /** The contacts that are new. */
  readonly channels: readonly Channel[];
  readonly messages: readonly SealedMessage[];
}

export type WrittenProfile = Omit<User, "id" | "createdAt"> & Record<string, unknown>;

/** One statement that changes a profile with all that hangs on it; no row when the session has ended. */
export function writeProfileStatement(caller: Caller, writing: ProfileWriting, nowMs: number): SQL {
  const { username, phone, email, newHash, verifiedHash, fields, channels, messages } = writing;
  const at = sql`now()`;
  // By the clock of who asks, and no deadline: trustLoginStatement keys its counters by this very moment.
  const passwordChangedAt = sql`${new Date(nowMs).toISOString()}::timestamptz`;
  const setsEmail = sql`${email !== undefined}::boolean`;
  const newEmail = sql`CASE WHEN ${setsEmail} THEN ${email ?? null}::text ELSE email END`;
  const newPhone = sql`coalesce(${phone}::text, phone)`;
  return sql`
    WITH changed AS (
      UPDATE users SET username = coalesce(${username}::text, username),
        phone = ${newPhone}, email = ${newEmail},
        -- Whoever verified the old one has shown nothing about the new one.
        phone_verified_at = CASE WHEN phone = ${newPhone} THEN phone_verified_at END,
        email_verified_at = CASE WHEN email = ${newEmail} THEN email_verified_at END,
        password_hash = coalesce(${newHash}::text, password_hash),
        password_changed_at = CASE WHEN ${newHash !== null}::boolean THEN ${passwordChangedAt}
          ELSE password_changed_at END,
        updated_at = ${at}
      -- The hash that was verified: of two changes at once, one has verified an old password.
      WHERE id = ${caller.userId} AND password_hash = coalesce(${verifiedHash}::text, password_hash)
        AND ${verifiedHash === null ? hasActiveSession(caller) : hasSteppedUpSession(caller)}
      RETURNING *
    ), ended AS (
      UPDATE sessions SET ended_at = ${at}, end_reason = 'password_change'
      WHERE ${newHash !== null}::boolean AND user_id = (SELECT id FROM changed)
        AND id <> ${caller.sessionId} AND ended_at IS NULL
    ), voided AS (
      -- What was sent to the old contact, and to reset the old password, opens nothing any more.
      DELETE FROM contact_codes WHERE user_id = (SELECT id FROM changed)
        AND (channel = ANY (${`{${channels.join(",")}}`}::text[])
          OR ${newHash !== null}::boolean AND purpose = 'password_reset')
    ), profile_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "profile_changed",
        userId: sql`id`,
        details: { fields },
        from: sql`changed`,
        where: sql`${fields.length > 0}::boolean`,
      })}
    ), password_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "password_changed",
        userId: sql`id`,
        from: sql`changed`,
        where: sql`${newHash !== null}::boolean`,
      })}
    ), message AS (${putMessages(messages, sql`changed`, at)})
    SELECT username, phone, email, phone_verified_at IS NOT NULL AS "isPhoneVerified",
      email_verified_at IS NOT NULL AS "isEmailVerified"
    FROM changed`;
}
