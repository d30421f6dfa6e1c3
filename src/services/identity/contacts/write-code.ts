import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { CODE_TTL_SECONDS } from "../../../domain/bounds.ts";
import type { Channel, CodePurpose } from "../../../domain/contact.ts";
import { newId } from "../../../domain/ids.ts";
import { putMessages } from "../../messages/put-messages.ts";
import type { SealedMessage } from "../../messages/seal-message.ts";

interface NewCode {
  readonly requestHash: string;
  readonly purpose: CodePurpose;
  readonly channel: Channel;
  readonly hash: string;
  readonly message: SealedMessage;
  /** Which row of users it is for, one or none. */
  readonly person: SQL;
  readonly nowMs: number;
}

/**
 * One statement that keeps a code's hash, lays its message into the outbox and writes the audit event;
 * one row with the person's id. A new code takes the place of the one that the same request had before,
 * which is void from here on. Where nobody is, a verification writes nothing. A password reset keeps
 * a code of nobody's: a commit that writes takes longer than one that does not, and that would tell.
 */
export function writeCodeStatement(code: NewCode): SQL {
  const { requestHash, purpose, channel, hash, message, person, nowMs } = code;
  const at = sql`now()`;
  const whose =
    purpose === "password_reset" ? sql`SELECT (SELECT id FROM found) AS id` : sql`TABLE found`;
  return sql`
    WITH found AS (SELECT id FROM users WHERE ${person}), person AS (${whose}), code AS (
      INSERT INTO contact_codes
        (request_hash, user_id, purpose, channel, hash, created_at, expires_at)
      SELECT decode(${requestHash}, 'hex'), id, ${purpose}::text, ${channel}::text,
        decode(${hash}, 'hex'), ${at}, ${at} + make_interval(secs => ${CODE_TTL_SECONDS}::int)
      FROM person
      ON CONFLICT (request_hash) DO UPDATE SET hash = excluded.hash, attempts = 0,
        created_at = excluded.created_at, expires_at = excluded.expires_at, spent_at = NULL
      RETURNING user_id AS id
    ), owner AS (
      SELECT id FROM code WHERE id IS NOT NULL
    ), message AS (${putMessages([message], sql`owner`, at)}), event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "contact_code_sent",
        userId: sql`id`,
        details: { purpose, channel },
        from: sql`owner`,
      })}
    )
    SELECT id FROM owner`;
}
