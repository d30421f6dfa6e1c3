import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../../db/active-session.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import { FACTOR_SETTLES_HOURS } from "../../../domain/bounds.ts";
import type { Contact } from "../../../domain/contact.ts";
import { newId, type UserId } from "../../../domain/ids.ts";
import { isRefusalRecorded } from "../../audit/refusal-event.ts";
import { putMessages } from "../../messages/put-messages.ts";
import type { SealedMessage } from "../../messages/seal-message.ts";
import { CONTACT_COLUMNS, isVerifiedContact } from "../contacts/find-contact.ts";
import { tryCodeStatement } from "../contacts/try-code.ts";
import { ERASE_FACTORS_CTES } from "../factors/erase-factors.ts";

/**
 * The code that a client presents for a reset, hashed, with the user and contact that it was sent
 * to.
 */
export interface ResetCode {
  readonly requestHash: string;
  readonly userId: UserId;
  readonly contact: Contact;
  readonly hash: string;
}

/** Checks a code without spending it. A wrong code is counted and written to the audit log. */
export function tryResetCodeStatement(code: ResetCode, nowMs: number): SQL {
  const { userId, contact } = code;
  const at = sql`now()`;
  const details = { purpose: "password_reset", channel: contact.channel };
  return sql`
    WITH tried AS (${tryCodeStatement({ ...code, spends: false, only: sql`true`, at })}), event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "contact_code_refused",
        userId: sql`id`,
        details,
        from: sql`users`,
        where: sql`id = ${userId} AND deleted_at IS NULL
          AND NOT EXISTS (SELECT FROM tried WHERE is_correct)
          AND ${isRefusalRecorded("contact_code_refused", sql`id`)}`,
      })}
    )
    SELECT is_correct FROM tried`;
}

interface NewPassword {
  readonly passwordHash: string;
  readonly messages: readonly SealedMessage[];
  /** Sent as well when second factors were removed. */
  readonly removalMessages: readonly SealedMessage[];
}

/**
 * Spends the code and sets the new password. Returns one row, or none when the code is no longer
 * valid, which is recorded. Factors that were enrolled within FACTOR_SETTLES_HOURS, and after the
 * contact was verified, are removed: a thief who had the old password may have enrolled them. With
 * the last factor the role is removed, because a role requires one. A suspended user keeps every
 * factor: the thief may as well have the contact, and an operator decides whose factor it is.
 */
export function resetPasswordStatement(
  { requestHash, userId, contact, hash }: ResetCode,
  { passwordHash, messages, removalMessages }: NewPassword,
  nowMs: number,
): SQL {
  const at = sql`now()`;
  // The Worker's clock, because trustLoginStatement keys its counters by exactly this value.
  // Nothing expires by it.
  const passwordChangedAt = sql`${new Date(nowMs).toISOString()}::timestamptz`;
  return sql`
    WITH spent AS (
      UPDATE contact_codes SET spent_at = ${at}
      WHERE request_hash = decode(${requestHash}, 'hex') AND user_id = ${userId}
        AND hash = decode(${hash}, 'hex') AND spent_at IS NULL AND expires_at > ${at}
      RETURNING user_id
    ), person AS (
      SELECT users.id, role, CASE WHEN ${isSuspended(sql`users`)} THEN 'infinity'
        ELSE greatest(${CONTACT_COLUMNS[contact.channel].verifiedAt},
          ${at} - make_interval(hours => ${FACTOR_SETTLES_HOURS}::int)) END AS kept_until
      FROM users JOIN spent ON spent.user_id = users.id WHERE ${isVerifiedContact(contact)}
    ), ${ERASE_FACTORS_CTES}, changed AS (
      UPDATE users SET password_hash = ${passwordHash}, password_changed_at = ${passwordChangedAt},
        has_second_factor = kept.has_factor, updated_at = ${at},
        role = CASE WHEN kept.has_factor THEN role ELSE 'user' END
      FROM kept WHERE users.id = kept.id RETURNING users.id, role
    ), voided AS (
      -- Other pending resets of this user must not work any more.
      UPDATE contact_codes SET spent_at = ${at} FROM changed
      WHERE user_id = changed.id AND purpose = 'password_reset' AND spent_at IS NULL
        AND request_hash <> decode(${requestHash}, 'hex')
    ), ended AS (
      UPDATE sessions SET ended_at = ${at}, end_reason = 'password_reset' FROM changed
      WHERE user_id = changed.id AND ended_at IS NULL
    ), event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "password_reset",
        userId: sql`id`,
        details: { channel: contact.channel },
        from: sql`changed`,
      })}
    ), removal_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "factors_removed",
        userId: sql`id`,
        details: sql`jsonb_build_object('factors', factors)`,
        from: sql`removed`,
      })}
    ), role_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "role_changed",
        userId: sql`id`,
        details: sql`jsonb_build_object('role', changed.role, 'before', person.role)`,
        actorRole: "service",
        from: sql`changed JOIN person USING (id)`,
        where: sql`changed.role <> person.role`,
      })}
    ), refused_event AS (
      -- The code was right when it was tried, but a concurrent request has used it.
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "contact_code_refused",
        userId: sql`id`,
        details: { purpose: "password_reset", channel: contact.channel },
        from: sql`users`,
        where: sql`id = ${userId} AND deleted_at IS NULL AND NOT EXISTS (SELECT FROM changed)
          AND ${isRefusalRecorded("contact_code_refused", sql`id`)}`,
      })}
    ), message AS (${putMessages(messages, sql`changed`, at)}),
    removal_message AS (${putMessages(removalMessages, sql`removed`, at)})
    SELECT id FROM changed`;
}
