import { type SQL, sql } from "drizzle-orm";
import { newId, type UserId } from "../domain/ids.ts";
import { auditEvent } from "./audit-event.ts";

/** What is about a person and nobody else: its rows go with them. */
export const GONE_WITH_PERSON = [
  "contact_codes",
  "messages",
  "totp_factors",
  "passkeys",
  "recovery_codes",
  "challenges",
] as const;

/**
 * Closes the person's wallets, ends their sessions, erases what is personal and writes the audit event.
 * The row itself stays, without a name: history points at it. Its lock is the caller's to hold.
 */
export function eraseUser(userId: UserId, atMs: number): SQL {
  const at = new Date(atMs).toISOString();
  const gone = GONE_WITH_PERSON.map(
    (table) => sql`${sql.identifier(`gone_${table}`)} AS (
      DELETE FROM ${sql.identifier(table)} WHERE user_id = ${userId})`,
  );
  return sql`
    WITH closed AS (
      UPDATE wallets SET status = 'closed', is_default = false, label = NULL,
        freeze_reason = NULL, frozen_until = NULL
      WHERE owner_id = ${userId}
    ), ended AS (
      UPDATE sessions SET device = NULL, place = NULL, ended_at = coalesce(ended_at, ${at}),
        end_reason = coalesce(end_reason, 'account_deletion')
      WHERE user_id = ${userId}
    ), ${sql.join(gone, sql`, `)}, audited AS (
      ${auditEvent({ id: newId("aud", atMs), type: "user_deleted", userId })}
    )
    UPDATE users SET username = NULL, phone = NULL, password_hash = NULL, role = 'user',
      email = NULL, phone_verified_at = NULL, email_verified_at = NULL,
      has_second_factor = false, updated_at = ${at}, deleted_at = ${at}
    WHERE id = ${userId}`;
}
