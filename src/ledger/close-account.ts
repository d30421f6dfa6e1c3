// The end of an account: its person and all its wallets locked, found empty, closed and erased in one
// transaction, so that no payment can slip between the look and the close.
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import { lives } from "../db/live-session.ts";
import { lacksStepUp } from "../db/step-up.ts";
import type { CloseAccountCommand, CloseAccountOutcome } from "../domain/command.ts";
import { newId } from "../domain/ids.ts";
import { STATUS_NOW } from "./status-now.ts";

interface AccountRow extends Record<string, unknown> {
  /** Null: the session has ended. */
  lacks_step_up: boolean | null;
}

interface WalletRow extends Record<string, unknown> {
  status: string;
  has_money: boolean;
}

/**
 * Closes the wallets, erases the person's data, ends the sessions and writes the audit event; refuses
 * while any wallet has money or is frozen. History stays.
 */
export async function closeAccount(
  db: SocketDatabase,
  { actorId, sessionId, createdAtMs }: CloseAccountCommand,
): Promise<CloseAccountOutcome> {
  const at = new Date(createdAtMs).toISOString();
  return db.transaction(async (tx): Promise<CloseAccountOutcome> => {
    // NO KEY: foreign-key checks of payments that hold a wallet's lock need not wait for this one.
    const { rows: account } = await tx.execute<AccountRow>(sql`
      SELECT (SELECT ${lacksStepUp()} FROM sessions s WHERE s.id = ${sessionId} AND s.user_id = u.id
        AND ${lives()}) AS lacks_step_up
      FROM users u WHERE u.id = ${actorId} AND u.deleted_at IS NULL FOR NO KEY UPDATE`);
    // Closed before: this is the same call again, whose first answer was lost.
    if (!account[0]) return { kind: "closed" };
    const { lacks_step_up: lacks } = account[0];
    if (lacks === null) return { kind: "refused", code: "session_ended" };
    if (lacks) return { kind: "refused", code: "step_up_required" };

    const { rows: wallets } = await tx.execute<WalletRow>(sql`
      SELECT ${STATUS_NOW} AS status, balance > 0 OR held > 0 AS has_money FROM wallets w
      WHERE owner_id = ${actorId} ORDER BY id FOR NO KEY UPDATE`);
    if (wallets.some((wallet) => wallet.has_money)) {
      return { kind: "refused", code: "balance_not_zero" };
    }
    if (wallets.some((wallet) => wallet.status === "frozen")) {
      return { kind: "refused", code: "wallet_frozen" };
    }
    await tx.execute(sql`
      WITH closed AS (
        UPDATE wallets SET status = 'closed', is_default = false, label = NULL,
          freeze_reason = NULL, frozen_until = NULL
        WHERE owner_id = ${actorId}
      ), ended AS (
        UPDATE sessions SET device = NULL, place = NULL, ended_at = coalesce(ended_at, ${at}),
          end_reason = coalesce(end_reason, 'account_deletion')
        WHERE user_id = ${actorId}
      ), uncoded AS (
        DELETE FROM contact_codes WHERE user_id = ${actorId}
      ), unsent AS (
        DELETE FROM outbox_messages WHERE user_id = ${actorId}
      ), totp AS (
        DELETE FROM totp_factors WHERE user_id = ${actorId}
      ), keys AS (
        DELETE FROM passkeys WHERE user_id = ${actorId}
      ), codes AS (
        DELETE FROM recovery_codes WHERE user_id = ${actorId}
      ), asked AS (
        DELETE FROM challenges WHERE user_id = ${actorId}
      ), audited AS (
        INSERT INTO audit_events (id, type, user_id, created_at)
        VALUES (${newId("aud", createdAtMs)}, 'user_deleted', ${actorId}, ${at})
      )
      UPDATE users SET username = NULL, phone = NULL, password_hash = NULL, role = 'user',
        email = NULL, phone_verified_at = NULL, email_verified_at = NULL,
        has_second_factor = false, updated_at = ${at}, deleted_at = ${at}
      WHERE id = ${actorId}`);
    return { kind: "closed" };
  });
}
