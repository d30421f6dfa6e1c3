import { type SQL, sql } from "drizzle-orm";
import { newRefreshToken, refreshTokenHash } from "../../crypto/refresh-token.ts";
import { lives } from "../../db/live-session.ts";
import { lockUser } from "../../db/lock-user.ts";
import { newId, type PasskeyId, type UserId, type WalletId } from "../../domain/ids.ts";
import { SESSION_IDLE_DAYS, SESSIONS_PER_USER_MAX } from "../../domain/limits.ts";
import type { Origin } from "../../domain/origin.ts";
import type { SecondFactor } from "../../domain/second-factor.ts";
import type { ServiceContext } from "../context.ts";
import { defaultWalletOf } from "./default-wallet.ts";
import { type Tokens, tokensFor } from "./tokens.ts";

/** What lets a person in; asked again under the lock of their row, for it may have changed meanwhile. */
export type Admission =
  /** The password alone, of a person without a second factor. */
  | { readonly by: "password"; readonly passwordHash: string }
  /** A password that was right, whose challenge is used up here, and a second factor. */
  | { readonly by: "second_factor"; readonly challengeHash: string; readonly factor: SecondFactor }
  /** A passkey alone: it has asked for a PIN or a finger, so it is two factors itself. */
  | { readonly by: "passkey"; readonly passkeyId: PasskeyId };

export interface Opening {
  readonly userId: UserId;
  readonly admission: Admission;
  readonly origin: Origin;
}

/** A CTE of (user_id): one row when the person, whose row is locked, is admitted, none otherwise. */
function admitted(userId: UserId, admission: Admission, at: SQL): SQL {
  switch (admission.by) {
    case "password":
      return sql`admitted AS (
        SELECT id AS user_id FROM users
        WHERE id = ${userId} AND password_hash = ${admission.passwordHash} AND NOT has_second_factor)`;
    case "second_factor":
      return sql`admitted AS (
        DELETE FROM challenges c USING users p
        WHERE c.hash = decode(${admission.challengeHash}, 'hex') AND c.purpose = 'log_in'
          AND c.user_id = ${userId} AND p.id = c.user_id AND c.expires_at > ${at}
          AND c.password_fingerprint = sha256(convert_to(p.password_hash, 'UTF8'))
        RETURNING c.user_id)`;
    case "passkey":
      return sql`admitted AS (
        -- It may have been removed since it answered, and with it what its holder may do.
        SELECT p.id AS user_id FROM users p JOIN passkeys k ON k.user_id = p.id
        WHERE p.id = ${userId} AND k.id = ${admission.passkeyId} AND p.deleted_at IS NULL)`;
  }
}

/** What the audit trail says of a log-in beyond that it was. */
function detailsOf(admission: Admission): Record<string, string> {
  if (admission.by === "second_factor") return { second_factor: admission.factor };
  return admission.by === "passkey" ? { instead_of_password: "passkey" } : {};
}

/**
 * Opens a session and answers its tokens; null when the person is not admitted after all. With more than
 * SESSIONS_PER_USER_MAX the one that was seen longest ago ends.
 */
export async function openSession(
  ctx: ServiceContext,
  { userId, admission, origin }: Opening,
): Promise<Tokens | null> {
  const { db } = ctx;
  const now = ctx.nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const sessionId = newId("ses", now);
  const refreshToken = newRefreshToken();
  const open = sql`
    WITH ${admitted(userId, admission, at)}, displaced AS (
      UPDATE sessions SET ended_at = ${at}, end_reason = 'displaced'
      WHERE id IN (
        SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.user_id = (SELECT user_id FROM admitted) AND ${lives()}
        ORDER BY s.last_seen_at DESC, s.id DESC OFFSET ${SESSIONS_PER_USER_MAX - 1}::int)
      RETURNING id
    ), session AS (
      INSERT INTO sessions
        (id, user_id, created_at, expires_at, last_seen_at, device, place, stepped_up_at)
      SELECT ${sessionId}::uuid, user_id, ${at},
        ${at} + make_interval(days => ${SESSION_IDLE_DAYS}::int),
        ${at}, ${origin.device}::text, ${origin.place}::text,
        CASE WHEN ${admission.by !== "password"}::boolean THEN ${at} END
      FROM admitted
      RETURNING id, user_id
    ), token AS (
      INSERT INTO refresh_tokens (hash, session_id, created_at)
      SELECT decode(${refreshTokenHash(refreshToken)}, 'hex'), id, ${at} FROM session
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, details, created_at)
      SELECT ${newId("aud", now)}::uuid, 'user_logged_in', user_id,
        ${JSON.stringify(detailsOf(admission))}::jsonb, ${at} FROM session
      UNION ALL
      SELECT ${newId("aud", now)}::uuid, 'session_displaced', user_id, '{}'::jsonb, ${at}
      FROM session WHERE EXISTS (SELECT FROM displaced)
    )
    SELECT ${defaultWalletOf(sql`session.user_id`)} AS default_wallet_id FROM session`;
  const [, { rows }] = await db.batch([
    db.execute(lockUser(userId)),
    db.execute<{ default_wallet_id: WalletId | null }>(open),
  ]);
  const [opened] = rows;
  if (!opened) return null;
  const caller = { userId, sessionId, defaultWalletId: opened.default_wallet_id };
  return tokensFor(ctx, caller, refreshToken);
}
