import { type SQL, sql } from "drizzle-orm";
import { newRecoveryCodes, recoveryCodeHash } from "../../../crypto/recovery-code.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import type { AuditEventType } from "../../../domain/audit-event.ts";
import { newId } from "../../../domain/ids.ts";
import type { Caller } from "../../context.ts";
import { putMessages } from "../../messages/put-messages.ts";
import type { SealedMessage } from "../../messages/seal-message.ts";

/** A new set of recovery codes. They are shown once, and only their hashes are stored. */
export interface RecoveryCodeSet {
  readonly codes: readonly string[];
  readonly hashes: readonly (string | null)[];
}

export function newCodeSet(): RecoveryCodeSet {
  const codes = newRecoveryCodes();
  return { codes, hashes: codes.map(recoveryCodeHash) };
}

interface NewFactor {
  readonly event: Extract<AuditEventType, "totp_enrolled" | "passkey_added">;
  readonly codes: RecoveryCodeSet;
  readonly messages: readonly SealedMessage[];
}

/**
 * CTEs that complete the addition of a factor, if `added`, an earlier CTE of (user_id), has a row:
 * the user then requires a second factor, the session counts as stepped up, recovery codes are
 * stored unless the user has some, and notices are stored. The CTE `codes` has one row for each
 * code that was stored.
 */
export function factorAddedCtes(
  added: SQL,
  caller: Caller,
  { event, codes: { hashes }, messages }: NewFactor,
  atMs: number,
): SQL {
  const at = sql`now()`;
  return sql`required AS (
      UPDATE users SET has_second_factor = true WHERE id IN (SELECT user_id FROM ${added})
    ), stepped AS (
      UPDATE sessions SET stepped_up_at = ${at}
      WHERE id = ${caller.sessionId} AND user_id IN (SELECT user_id FROM ${added})
    ), codes AS (
      INSERT INTO recovery_codes (hash, user_id, created_at)
      SELECT decode(h, 'hex'), user_id, ${at}
      FROM ${added}, json_array_elements_text(${JSON.stringify(hashes)}::json) AS h
      WHERE NOT EXISTS (SELECT FROM recovery_codes r WHERE r.user_id = ${caller.userId})
      RETURNING user_id
    ), codes_event AS (
      ${auditEvent({
        id: newId("aud", atMs),
        type: "recovery_codes_made",
        userId: sql`user_id`,
        from: sql`codes LIMIT 1`,
      })}
    ), event AS (
      ${auditEvent({ id: newId("aud", atMs), type: event, userId: sql`user_id`, from: added })}
    ), message AS (${putMessages(messages, sql`(SELECT user_id AS id FROM ${added})`, at)})`;
}
