import { type SQL, sql } from "drizzle-orm";
import { newRefreshToken, refreshTokenHash } from "../../../crypto/refresh-token.ts";
import { isActive, lockUser } from "../../../db/active-session.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import { SESSION_IDLE_DAYS, SESSIONS_PER_USER_MAX } from "../../../domain/bounds.ts";
import { newId, type PasskeyId, type UserId, type WalletId } from "../../../domain/ids.ts";
import type { Origin } from "../../../domain/origin.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import {
  afterProofEvent,
  type FactorUse,
  isFactorUsed,
  useFactorCtes,
} from "../factors/factor-use.ts";
import { defaultWalletIdSql, issueTokens, type Tokens } from "../sessions/tokens.ts";
import type { AdmittedAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccessStatement } from "../throttle/record-success.ts";

/** What lets a person in; asked again under the lock of their row, for it may have changed meanwhile. */
export type Admission =
  /** The password alone, of a person without a second factor. */
  | { readonly by: "password"; readonly passwordHash: string }
  /** A password that was right, whose challenge is used up here, and a second factor, used up as well. */
  | { readonly by: "second_factor"; readonly challengeHash: string; readonly use: FactorUse }
  /** A passkey alone: it has asked for a PIN or a finger, so it is two factors itself. */
  | { readonly by: "passkey"; readonly passkeyId: PasskeyId; readonly use: FactorUse };

export interface NewSession {
  readonly userId: UserId;
  readonly admission: Admission;
  /** The try at password or factor, given back by the same transaction if it lets its person in. */
  readonly attempt: AdmittedAttempt | null;
  readonly origin: Origin;
}

/** Who has logged in, and what they hold now. */
export interface LoggedIn {
  readonly kind: "logged_in";
  readonly user: User;
  readonly tokens: Tokens;
}

/** What became of an opening: a proof may have been used up by somebody faster, or the person not be admitted. */
export type OpenedSession = LoggedIn | { readonly kind: "not_proven" | "not_admitted" };

/**
 * CTEs that end in `admitted` (user_id): one row when the person, whose row is locked, is admitted, none
 * otherwise. `used` tells whether the proof was used up by it.
 */
function admitted(userId: UserId, admission: Admission): SQL {
  switch (admission.by) {
    case "password":
      return sql`used AS (SELECT), admitted AS (
        SELECT id AS user_id FROM users
        WHERE id = ${userId} AND password_hash = ${admission.passwordHash} AND NOT has_second_factor)`;
    case "second_factor":
      return sql`${useFactorCtes(admission.use)}, admitted AS (
        DELETE FROM challenges c USING users p
        WHERE c.hash = decode(${admission.challengeHash}, 'hex') AND c.purpose = 'log_in'
          AND c.user_id = ${userId} AND p.id = c.user_id AND c.expires_at > now()
          AND c.password_fingerprint = sha256(convert_to(p.password_hash, 'UTF8'))
          AND EXISTS (SELECT FROM used)
        RETURNING c.user_id)`;
    case "passkey":
      return sql`${useFactorCtes(admission.use)}, admitted AS (
        -- It may have been removed since it answered, and with it what its holder may do.
        SELECT p.id AS user_id FROM users p JOIN passkeys k ON k.user_id = p.id
        WHERE p.id = ${userId} AND k.id = ${admission.passkeyId} AND p.deleted_at IS NULL
          AND EXISTS (SELECT FROM used))`;
  }
}

/** What the audit log says of a log-in beyond that it was. */
function detailsOf(admission: Admission): Record<string, string> {
  if (admission.by === "second_factor") return { second_factor: admission.use.method };
  return admission.by === "passkey" ? { instead_of_password: "passkey" } : {};
}

interface Row extends Record<string, unknown> {
  readonly is_used: boolean;
  readonly default_wallet_id: WalletId | null;
  /** Null where no session was opened, with no other column. */
  readonly person: (Omit<User, "id" | "createdAt"> & { readonly createdAtMs: number }) | null;
}

/**
 * Opens a session in one round trip, with all that depends on it: the proof is used up, the try given back,
 * and the person read for the answer. With more than SESSIONS_PER_USER_MAX the one that was seen longest ago
 * ends.
 */
export async function openSession(
  ctx: ServiceContext,
  opening: NewSession,
): Promise<OpenedSession> {
  const { db } = ctx;
  const { userId, admission, attempt, origin } = opening;
  const now = ctx.nowMs();
  const sessionId = newId("ses", now);
  const eventId = newId("aud", now);
  const behind = admission.by === "password" ? sql`` : sql`, ${afterProofEvent}`;
  const refreshToken = newRefreshToken();
  const open = sql`
    WITH ${admitted(userId, admission)}, displaced AS (
      UPDATE sessions SET ended_at = now(), end_reason = 'displaced'
      WHERE id IN (
        SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.user_id = (SELECT user_id FROM admitted) AND ${isActive()}
        ORDER BY s.last_seen_at DESC, s.id DESC OFFSET ${SESSIONS_PER_USER_MAX - 1}::int)
      RETURNING id
    ), session AS (
      INSERT INTO sessions
        (id, user_id, created_at, expires_at, last_seen_at, device, place, stepped_up_at)
      SELECT ${sessionId}::uuid, user_id, now(),
        now() + make_interval(days => ${SESSION_IDLE_DAYS}::int),
        now(), ${origin.device}::text, ${origin.place}::text,
        CASE WHEN ${admission.by !== "password"}::boolean THEN now() END
      FROM admitted
      RETURNING id, user_id
    ), token AS (
      INSERT INTO refresh_tokens (hash, session_id, created_at)
      SELECT decode(${refreshTokenHash(refreshToken)}, 'hex'), id, now() FROM session
    ), event AS (
      ${auditEvent({
        id: eventId,
        type: "user_logged_in",
        userId: sql`user_id`,
        details: detailsOf(admission),
        from: sql`session${behind}`,
      })}
      RETURNING user_id
    ), displaced_event AS (
      ${auditEvent({
        id: newId("aud", now),
        type: "session_displaced",
        userId: sql`user_id`,
        // From the event of the login, so that this one comes after it.
        from: sql`event`,
        where: sql`EXISTS (SELECT FROM displaced)`,
      })}
    )
    SELECT EXISTS (SELECT FROM used) AS is_used,
      (SELECT ${defaultWalletIdSql(sql`session.user_id`)} FROM session) AS default_wallet_id,
      (SELECT jsonb_build_object('username', p.username, 'phone', p.phone, 'email', p.email,
          'isPhoneVerified', p.phone_verified_at IS NOT NULL,
          'isEmailVerified', p.email_verified_at IS NOT NULL,
          'createdAtMs', floor(extract(epoch FROM p.created_at) * 1000))
        FROM session JOIN users p ON p.id = session.user_id) AS person`;
  const [, { rows }] = await db.batch([
    db.execute(lockUser(userId)),
    db.execute<Row>(open),
    db.execute(
      attempt ? recordSuccessStatement(attempt, isRight(admission, eventId)) : sql`SELECT`,
    ),
  ]);
  const [row] = rows;
  if (!row?.is_used) return { kind: "not_proven" };
  if (!row.person) return { kind: "not_admitted" };
  const { createdAtMs, ...person } = row.person;
  const user = { ...person, id: userId, createdAt: new Date(createdAtMs) };
  const caller = { userId, sessionId, defaultWalletId: row.default_wallet_id };
  return { kind: "logged_in", user, tokens: await issueTokens(ctx, caller, refreshToken) };
}

/** Whether the try was right: the factor was used up or, of a password, the session opened. */
function isRight(admission: Admission, eventId: string): SQL {
  if (admission.by !== "password") return isFactorUsed(admission.use);
  return sql`EXISTS (SELECT FROM audit_events WHERE id = ${eventId}::uuid)`;
}
