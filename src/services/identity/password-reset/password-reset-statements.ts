import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { FACTOR_SETTLES_HOURS } from "../../../domain/bounds.ts";
import type { Contact } from "../../../domain/contact.ts";
import { newId, type UserId } from "../../../domain/ids.ts";
import { putMessages } from "../../messages/put-messages.ts";
import type { SealedMessage } from "../../messages/seal-message.ts";
import { CONTACT_COLUMNS, isVerifiedContact } from "../contacts/find-contact.ts";
import { tryCodeStatement } from "../contacts/try-code.ts";
import { ERASE_FACTORS_CTES } from "../factors/erase-factors.ts";

/** The code that somebody presents for a reset, hashed, and whose it would be. */
export interface ResetCode {
  readonly requestHash: string;
  readonly userId: UserId;
  readonly contact: Contact;
  readonly hash: string;
}

/** Says whether the code is right, without spending it; a wrong one is counted and written down. */
export function trying(code: ResetCode, nowMs: number): SQL {
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
          AND NOT EXISTS (SELECT FROM tried WHERE is_right)`,
      })}
    )
    SELECT is_right FROM tried`;
}

interface NewPassword {
  readonly passwordHash: string;
  readonly messages: readonly SealedMessage[];
  /** What is told besides when factors went with it. */
  readonly messagesOfRemoval: readonly SealedMessage[];
}

/**
 * Spends the code for a new password: one row when it did, none when it could not any more. What was
 * enrolled within FACTOR_SETTLES_HOURS, and after the contact was verified, goes with the old password:
 * who had that may have enrolled it. A role goes with the last factor, for none is held without.
 */
export function writing(
  { requestHash, userId, contact, hash }: ResetCode,
  { passwordHash, messages, messagesOfRemoval }: NewPassword,
  nowMs: number,
): SQL {
  const at = sql`now()`;
  // By the clock of who asks, and no deadline: trustLoginStatement keys its counters by this very moment.
  const passwordChangedAt = sql`${new Date(nowMs).toISOString()}::timestamptz`;
  return sql`
    WITH spent AS (
      UPDATE contact_codes SET spent_at = ${at}
      WHERE request_hash = decode(${requestHash}, 'hex') AND user_id = ${userId}
        AND hash = decode(${hash}, 'hex') AND spent_at IS NULL AND expires_at > ${at}
      RETURNING user_id
    ), person AS (
      SELECT users.id, role, greatest(${CONTACT_COLUMNS[contact.channel].verifiedAt},
        ${at} - make_interval(hours => ${FACTOR_SETTLES_HOURS}::int)) AS kept_until
      FROM users JOIN spent ON spent.user_id = users.id WHERE ${isVerifiedContact(contact)}
    ), ${ERASE_FACTORS_CTES}, changed AS (
      UPDATE users SET password_hash = ${passwordHash}, password_changed_at = ${passwordChangedAt},
        has_second_factor = kept.has_factor, updated_at = ${at},
        role = CASE WHEN kept.has_factor THEN role ELSE 'user' END
      FROM kept WHERE users.id = kept.id RETURNING users.id, role
    ), voided AS (
      -- Other resets of the same person have nothing left to do.
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
    ), message AS (${putMessages(messages, sql`changed`, at)}),
    message_of_removal AS (${putMessages(messagesOfRemoval, sql`removed`, at)})
    SELECT id FROM changed`;
}
