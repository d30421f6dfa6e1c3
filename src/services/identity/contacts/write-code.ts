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
  /** A condition on `users` that holds for the user, and for one row at most. */
  readonly user: SQL;
  readonly nowMs: number;
}

/**
 * A statement that stores the hash of a code, its message and an audit event. Returns one row with
 * the user's id, none when no user matches. A new code replaces and invalidates the earlier one of
 * the same request. When no user matches, a verification writes nothing, but a password reset still
 * stores a code without a user: a commit that writes takes longer, so timing would reveal whether
 * the contact belongs to a user.
 */
export function writeCodeStatement(code: NewCode): SQL {
  const { requestHash, purpose, channel, hash, message, user, nowMs } = code;
  const at = sql`now()`;
  const codeOwner =
    purpose === "password_reset" ? sql`SELECT (SELECT id FROM found) AS id` : sql`TABLE found`;
  return sql`
    WITH found AS (SELECT id FROM users WHERE ${user}), person AS (${codeOwner}), code AS (
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
