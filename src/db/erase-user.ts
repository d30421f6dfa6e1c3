import { type SQL, sql } from "drizzle-orm";
import { newId, type UserId } from "../domain/ids.ts";
import { msText, type UnixMs } from "../domain/instant.ts";
import { auditEvent } from "./audit-event.ts";

/** Tables with personal data of a single user: their rows are deleted with the account. */
export const TABLES_ERASED_WITH_USER = [
  "contact_codes",
  "messages",
  "totp_factors",
  "passkeys",
  "recovery_codes",
  "challenges",
  "idempotency_keys",
] as const;

/**
 * Closes a user's wallets, ends the sessions, erases the personal data and writes the audit event.
 * The user's row is kept without personal data, because history references it. The caller must hold
 * its lock.
 */
export function eraseUser(userId: UserId, atMs: UnixMs): SQL {
  const at = msText(atMs);
  const deletes = TABLES_ERASED_WITH_USER.map(
    (table) => sql`${sql.identifier(`deleted_${table}`)} AS (
      DELETE FROM ${sql.identifier(table)} WHERE user_id = ${userId})`,
  );
  return sql`
    WITH closed AS (
      UPDATE wallets SET status = 'closed', is_default = false, label = NULL,
        freeze_reason = NULL, frozen_until = NULL, freeze_scope = NULL
      WHERE owner_id = ${userId}
    ), ended AS (
      UPDATE sessions SET device = NULL, place = NULL, ended_at = coalesce(ended_at, ${at}),
        end_reason = coalesce(end_reason, 'account_deletion')
      WHERE user_id = ${userId}
    ), ${sql.join(deletes, sql`, `)}, audited AS (
      ${auditEvent({ id: newId("aud", atMs), type: "user_deleted", userId })}
    )
    UPDATE users SET username = NULL, phone = NULL, password_hash = NULL, role = 'user',
      email = NULL, phone_verified_at = NULL, email_verified_at = NULL,
      has_second_factor = false, updated_at = ${at}, deleted_at = ${at}
    WHERE id = ${userId}`;
}
