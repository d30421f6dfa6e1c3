import { type SQL, sql } from "drizzle-orm";
import { newRefreshToken, refreshTokenHash } from "../../../crypto/refresh-token.ts";
import { isActive, lockUser } from "../../../db/active-session.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import { SESSION_IDLE_DAYS, SESSIONS_PER_USER_MAX } from "../../../domain/bounds.ts";
import type { FreezeReason } from "../../../domain/freeze.ts";
import { newId, type SessionId, type UserId, type WalletId } from "../../../domain/ids.ts";
import type { Origin } from "../../../domain/origin.ts";
import type { Refused } from "../../../domain/outcome.ts";
import { suspensionOf } from "../../../domain/suspension.ts";
import type { User } from "../../../domain/user.ts";
import { type ActWait, boundedAct, refusalOfAct } from "../../audit/bounded-act.ts";
import type { ServiceContext } from "../../context.ts";
import { afterProofEvent } from "../factors/factor-use.ts";
import { defaultWalletIdSql, issueTokens, type Tokens } from "../sessions/tokens.ts";
import type { AdmittedAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccessStatement } from "../throttle/record-success.ts";
import {
  type Admission,
  admissionCtes,
  detailsOf,
  hasSucceeded,
  isChallengeOpen,
} from "./admission.ts";

export interface NewSession {
  readonly userId: UserId;
  readonly admission: Admission;
  /** The counted attempt at the password or factor; the same transaction records its success. */
  readonly attempt: AdmittedAttempt | null;
  readonly origin: Origin;
}

/** A completed login: the user and their tokens. */
export interface LoggedIn {
  readonly kind: "logged_in";
  readonly user: User;
  readonly tokens: Tokens;
}

/**
 * `challenge_taken`: a concurrent request has taken the challenge, so the proof is not used up.
 * `not_proven`: a concurrent request has used the proof up. `not_admitted`: the password, factors
 * or account have changed since they were checked. `too_many`: the user has logged in too often
 * within the last hour, and nothing was used up.
 */
export type OpenedSession =
  | LoggedIn
  | { readonly kind: "challenge_taken" | "not_proven" | "not_admitted" }
  | { readonly kind: "too_many"; readonly refusal: Refused<"too_many_attempts"> };

type PersonJson = Omit<User, "id" | "createdAt" | "suspension"> & {
  readonly createdAtMs: number;
  readonly suspendedAtMs: number | null;
  readonly suspensionReason: FreezeReason | null;
};

interface Row extends Record<string, unknown> {
  readonly is_open: boolean;
  readonly is_used: boolean;
  readonly default_wallet_id: WalletId | null;
  /** Null when no session was opened. */
  readonly person: PersonJson | null;
}

/**
 * Opens a session in one round trip: uses the proof up, records the success of the attempt, and
 * reads the user for the response. A user has at most SESSIONS_PER_USER_MAX sessions; beyond that,
 * the least recently seen one ends.
 */
export async function openSession(
  ctx: ServiceContext,
  opening: NewSession,
): Promise<OpenedSession> {
  const { db } = ctx;
  const { userId, admission, attempt } = opening;
  const now = ctx.nowMs();
  const sessionId = newId("ses", now);
  const bound = boundedAct(userId, "user_logged_in");
  const refreshToken = newRefreshToken();
  const [, waiting, { rows }] = await db.batch([
    db.execute(lockUser(userId)),
    db.execute<ActWait>(bound.read),
    db.execute<Row>(
      openSessionStatement(opening, { sessionId, refreshToken, isAllowed: bound.isAllowed }, now),
    ),
    db.execute(
      attempt ? recordSuccessStatement(attempt, hasSucceeded(userId, admission)) : sql`SELECT`,
    ),
  ]);
  const refusal = refusalOfAct(waiting);
  if (refusal) return { kind: "too_many", refusal };
  const [row] = rows;
  if (!row?.is_open) return { kind: "challenge_taken" };
  if (!row.is_used) return { kind: "not_proven" };
  if (!row.person) return { kind: "not_admitted" };
  const { createdAtMs, suspendedAtMs, suspensionReason, ...person } = row.person;
  const suspendedAt = suspendedAtMs === null ? null : new Date(suspendedAtMs);
  const suspension = suspensionOf(suspendedAt, suspensionReason);
  const user = { ...person, id: userId, createdAt: new Date(createdAtMs), suspension };
  const caller = { userId, sessionId, defaultWalletId: row.default_wallet_id };
  return { kind: "logged_in", user, tokens: await issueTokens(ctx, caller, refreshToken) };
}

interface Session {
  readonly sessionId: SessionId;
  readonly refreshToken: string;
  /** The condition that the user has not logged in too often. */
  readonly isAllowed: SQL;
}

function openSessionStatement(
  { userId, admission, origin }: NewSession,
  { sessionId, refreshToken, isAllowed }: Session,
  now: number,
): SQL {
  const afterProof = admission.by === "password" ? sql`` : sql`, ${afterProofEvent}`;
  return sql`
    WITH ${admissionCtes(userId, admission, isAllowed)}, displaced AS (
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
        id: newId("aud", now),
        type: "user_logged_in",
        userId: sql`user_id`,
        details: detailsOf(admission),
        from: sql`session${afterProof}`,
      })}
      RETURNING user_id
    ), displaced_event AS (
      ${auditEvent({
        id: newId("aud", now),
        type: "session_displaced",
        userId: sql`user_id`,
        // Selects from the event of the login, so that it is written after that.
        from: sql`event`,
        where: sql`EXISTS (SELECT FROM displaced)`,
      })}
    )
    SELECT ${isChallengeOpen(userId, admission)} AS is_open, EXISTS (SELECT FROM used) AS is_used,
      (SELECT ${defaultWalletIdSql(sql`session.user_id`)} FROM session) AS default_wallet_id,
      (SELECT jsonb_build_object('username', p.username, 'phone', p.phone, 'email', p.email,
          'isPhoneVerified', p.phone_verified_at IS NOT NULL,
          'isEmailVerified', p.email_verified_at IS NOT NULL, 'role', p.role,
          'createdAtMs', floor(extract(epoch FROM p.created_at) * 1000),
          'suspendedAtMs', floor(extract(epoch FROM p.suspended_at) * 1000),
          'suspensionReason', p.suspension_reason)
        FROM session JOIN users p ON p.id = session.user_id) AS person`;
}
