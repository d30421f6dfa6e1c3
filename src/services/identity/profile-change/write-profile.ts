import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import type { Channel } from "../../../domain/contact.ts";
import type { Email } from "../../../domain/email.ts";
import { newId } from "../../../domain/ids.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { User } from "../../../domain/user.ts";
import type { BoundedAct } from "../../audit/bounded-act.ts";
import type { Caller } from "../../context.ts";
import { putMessages } from "../../messages/put-messages.ts";
import type { SealedMessage } from "../../messages/seal-message.ts";
import { newOwner, type PhoneTaking, takePhoneCtes } from "../phone-claims/take-phone.ts";
import { hasActiveSession, hasSteppedUpSession } from "../sessions/session-conditions.ts";
import type { CountedChange } from "../throttle/counted-change.ts";

/**
 * Null leaves a column unchanged, so that concurrent changes of different columns are both kept.
 */
export interface ProfileWriting {
  readonly username: string | null;
  readonly phone: Phone | null;
  /** Null removes the address; undefined leaves it unchanged. */
  readonly email: Email | null | undefined;
  readonly newHash: string | null;
  /** The hash that the current password matched; null when no password was required. */
  readonly verifiedHash: string | null;
  /** Bounds the change of a username, which nothing else bounds; null for another change. */
  readonly bound: BoundedAct | null;
  /** The channels whose contact changes. */
  readonly channels: readonly Channel[];
  readonly messages: readonly SealedMessage[];
  /** Bounds and counts a change of the password or of contacts. */
  readonly counted: CountedChange;
  /** The proof that the new phone is the caller's; null without one. */
  readonly taking: PhoneTaking | null;
}

export interface WrittenProfile extends Record<string, unknown> {
  /**
   * Whether the bounds allow it, the session was active, and the verified password still stored.
   */
  readonly isAdmitted: boolean;
  /** The new profile; null when nothing was changed. */
  readonly profile: Omit<User, "id" | "createdAt" | "suspension"> | null;
}

/**
 * A statement that changes a profile, ends other sessions and voids codes where required, and
 * writes audit events and notices. Returns one row. The change is counted in this statement: one
 * that is not made uses nothing up.
 */
export function writeProfileStatement(caller: Caller, writing: ProfileWriting, nowMs: number): SQL {
  const { username, phone, email, newHash, verifiedHash, channels, messages, bound } = writing;
  const { counted, taking } = writing;
  const at = sql`now()`;
  const takerId = caller.userId;
  // The Worker's clock, because trustLoginStatement keys its counters by exactly this value.
  // Nothing expires by it.
  const passwordChangedAt = sql`${new Date(nowMs).toISOString()}::timestamptz`;
  const setsEmail = sql`${email !== undefined}::boolean`;
  const newEmail = sql`CASE WHEN ${setsEmail} THEN ${email ?? null}::text ELSE email END`;
  const newPhone = sql`coalesce(${phone}::text, phone)`;
  return sql`
    WITH admitted AS (
      -- After a concurrent change of the password, the verified hash is no longer the stored one.
      SELECT id FROM users WHERE id = ${caller.userId}
        AND password_hash = coalesce(${verifiedHash}::text, password_hash)
        AND ${verifiedHash === null ? hasActiveSession(caller) : hasSteppedUpSession(caller)}
        AND ${bound?.isAllowed ?? sql`true`} AND ${counted.isAllowed}
    ), ${taking ? sql`${takePhoneCtes(taking, sql`admitted`, { takerId, nowMs })},` : sql``} changed AS (
      UPDATE users SET username = coalesce(${username}::text, username),
        phone = ${newPhone}, email = ${newEmail},
        -- A new contact is unverified, unless a claim has proven it.
        phone_verified_at = coalesce(CASE WHEN phone = ${newPhone} THEN phone_verified_at END,
          CASE WHEN ${taking !== null}::boolean THEN ${at} END),
        email_verified_at = CASE WHEN email = ${newEmail} THEN email_verified_at END,
        password_hash = coalesce(${newHash}::text, password_hash),
        password_changed_at = CASE WHEN ${newHash !== null}::boolean THEN ${passwordChangedAt}
          ELSE password_changed_at END,
        updated_at = ${at}
      FROM admitted ${taking ? sql`CROSS JOIN ${newOwner}` : sql``}
      WHERE users.id = admitted.id
      RETURNING users.*
    ), ${counted.count(sql`EXISTS (SELECT FROM changed)`)}, ended AS (
      UPDATE sessions SET ended_at = ${at}, end_reason = 'password_change'
      WHERE ${newHash !== null}::boolean AND user_id = (SELECT id FROM changed)
        AND id <> ${caller.sessionId} AND ended_at IS NULL
    ), voided AS (
      -- Codes that were sent to an old contact, or to reset the old password, must not work any
      -- more.
      DELETE FROM contact_codes WHERE user_id = (SELECT id FROM changed)
        AND (channel = ANY (${`{${channels.join(",")}}`}::text[])
          OR ${newHash !== null}::boolean AND purpose = 'password_reset')
    ), profile_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "profile_changed",
        userId: sql`id`,
        details: sql`jsonb_build_object('fields', fields)`,
        from: sql`changed, ${changedFields(caller)}`,
        where: sql`cardinality(fields) > 0`,
      })}
    ), password_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "password_changed",
        userId: sql`id`,
        from: sql`changed`,
        where: sql`${newHash !== null}::boolean`,
      })}
    ), verified_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "contact_verified",
        userId: sql`id`,
        details: { channel: "phone" },
        from: sql`changed`,
        where: sql`${taking !== null}::boolean`,
      })}
    ), message AS (${putMessages(messages, sql`changed`, at)})
    SELECT EXISTS (SELECT FROM admitted) AS "isAdmitted",
      (SELECT jsonb_build_object('username', username, 'phone', phone, 'email', email,
          'isPhoneVerified', phone_verified_at IS NOT NULL,
          'isEmailVerified', email_verified_at IS NOT NULL, 'role', role) FROM changed) AS profile`;
}

/**
 * An item of a FROM list with the row `changed` before it: `fields`, the names of the columns that
 * this statement gives another value. `users` still has the old row here. A concurrent request may
 * have made the same change since the profile was read.
 */
function changedFields({ userId }: Caller): SQL {
  return sql`LATERAL (SELECT array_remove(ARRAY[
      CASE WHEN old.username <> changed.username THEN 'username' END,
      CASE WHEN old.phone IS DISTINCT FROM changed.phone THEN 'phone' END,
      CASE WHEN old.email IS DISTINCT FROM changed.email THEN 'email' END], NULL) AS fields
    FROM users old WHERE old.id = ${userId}) AS difference`;
}
