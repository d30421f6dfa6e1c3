import { type SQL, sql } from "drizzle-orm";
import { newRefreshToken, refreshTokenHash } from "../../crypto/refresh-token.ts";
import { isActive } from "../../db/active-session.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { REFRESH_GRACE_SECONDS, SESSION_IDLE_DAYS, SESSION_TTL_DAYS } from "../../domain/bounds.ts";
import { newId, type SessionId, type UserId, type WalletId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse, refuseForNow } from "../../domain/outcome.ts";
import { boundedAct } from "../audit/bounded-act.ts";
import type { ServiceContext } from "../context.ts";
import { defaultWalletIdSql, issueTokens, type Tokens } from "./sessions/tokens.ts";

interface Rotation extends Record<string, unknown> {
  readonly session_id: SessionId;
  readonly user_id: UserId;
  readonly is_rotated: boolean;
  /** Whether this is a retry, and how long it must wait after too many others. */
  readonly is_retry: boolean;
  readonly wait_seconds: number;
  readonly default_wallet_id: WalletId | null;
}

/** A refresh token as it was presented. */
interface Presented {
  readonly refreshToken: string;
  /** Whether a cookie held it. */
  readonly isInCookie: boolean;
  readonly origin: Origin;
}

/**
 * Exchanges a refresh token for a new pair of tokens. The token is spent by that. If a spent token
 * is presented again, two parties hold it, so the session ends (session_ended). One exception:
 * within REFRESH_GRACE_SECONDS, while its successor is unused, the client has probably lost the
 * response and gets another successor. The first successor is then spent as well: using it ends the
 * session. Too many such retries within an hour are refused with too_many_attempts (and the delay),
 * and change nothing. An unknown token refuses with token_invalid. Source: RFC 9700 §4.14.2
 * (refresh token rotation).
 *
 * The pages of a browser share one cookie, and two of them can refresh at the same time. The
 * browser then keeps the token of either answer. So the successors of a cookie's token stay valid
 * beside each other until one of them is used, which spends the others.
 */
export async function refresh(
  ctx: ServiceContext,
  { refreshToken, isInCookie, origin }: Presented,
): Promise<Outcome<Tokens, "token_invalid" | "session_ended" | "too_many_attempts">> {
  const presented = refreshTokenHash(refreshToken);
  if (!presented) return refuse("token_invalid");
  // Cheaper than the transaction below. Also, when the database does not answer, this read fails,
  // and it is certain that the token was not spent.
  const known = await ctx.db.execute(sql`
    SELECT FROM refresh_tokens WHERE hash = decode(${presented}, 'hex')`);
  if (known.rows.length === 0) return refuse("token_invalid");
  const next = newRefreshToken();
  // Two statements of one transaction: the second sees what others committed before the session was
  // locked.
  const [, { rows }] = await ctx.db.batch([
    ctx.db.execute(lockSession(presented)),
    ctx.db.execute<Rotation>(rotate({ presented, isInCookie, next }, origin, ctx.nowMs())),
  ]);
  const [rotation] = rows;
  if (!rotation) return refuse("token_invalid");
  if (rotation.is_retry && rotation.wait_seconds > 0) {
    return refuseForNow("too_many_attempts", rotation.wait_seconds);
  }
  if (!rotation.is_rotated) return refuse("session_ended");
  const caller = {
    userId: rotation.user_id,
    sessionId: rotation.session_id,
    defaultWalletId: rotation.default_wallet_id,
  };
  return done(await issueTokens(ctx, caller, next));
}

/** Locks the user row too, as every statement does that writes an audit event; see lockUser. */
const lockSession = (presented: string): SQL => sql`
  SELECT s.id FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
  WHERE t.hash = decode(${presented}, 'hex') FOR NO KEY UPDATE OF u, s`;

interface Rotated {
  /** The hash of the token, in hex. */
  readonly presented: string;
  readonly isInCookie: boolean;
  /** The new token. */
  readonly next: string;
}

function rotate(
  { presented, isInCookie, next }: Rotated,
  { device, place }: Origin,
  now: number,
): SQL {
  const at = sql`now()`;
  const bound = boundedAct(sql`(SELECT user_id FROM presented)`, "refresh_retried");
  return sql`
    WITH presented AS (
      SELECT t.hash, t.replaces, t.spent_at, s.id AS session_id, s.user_id, ${isActive()} AS is_active
      FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
      WHERE t.hash = decode(${presented}, 'hex')
    ), lost AS (
      SELECT t.hash FROM presented p
      JOIN refresh_tokens t ON t.session_id = p.session_id AND t.replaces = p.hash
      WHERE t.spent_at IS NULL
        AND p.spent_at > ${at} - make_interval(secs => ${REFRESH_GRACE_SECONDS}::int)
    ), decision AS (
      SELECT p.*, is_retry, is_retry AND wait_seconds > 0 AS is_refused, wait_seconds,
        p.is_active AND (p.spent_at IS NULL OR is_retry AND wait_seconds = 0) AS is_rotated
      FROM presented p, (${bound.read}) AS bound, (SELECT EXISTS (SELECT FROM lost) AS is_retry) AS retry
    ), used AS (
      SELECT hash FROM decision
      UNION ALL SELECT hash FROM lost WHERE NOT ${isInCookie}::boolean
      UNION ALL SELECT t.hash FROM decision v
        JOIN refresh_tokens t ON t.session_id = v.session_id AND t.replaces = v.replaces
    ), spent AS (
      UPDATE refresh_tokens t SET spent_at = ${at} FROM used
      WHERE t.hash = used.hash AND t.spent_at IS NULL AND (SELECT is_rotated FROM decision)
    ), issued AS (
      INSERT INTO refresh_tokens (hash, session_id, replaces, created_at)
      SELECT decode(${refreshTokenHash(next)}, 'hex'), session_id, hash, ${at}
      FROM decision WHERE is_rotated
    ), seen AS (
      UPDATE sessions s SET last_seen_at = ${at}, expires_at = least(
          s.created_at + make_interval(days => ${SESSION_TTL_DAYS}::int),
          ${at} + make_interval(days => ${SESSION_IDLE_DAYS}::int)),
        device = ${device}::text, place = ${place}::text
      FROM decision v WHERE s.id = v.session_id AND v.is_rotated
    ), ended AS (
      UPDATE sessions s SET ended_at = ${at}, end_reason = 'refresh_reuse'
      FROM decision v WHERE s.id = v.session_id AND v.is_active AND NOT v.is_rotated AND NOT v.is_refused
    ), event AS (
      ${auditEvent({
        id: newId("aud", now),
        type: sql`CASE WHEN is_rotated THEN 'refresh_retried' ELSE 'refresh_token_reused' END`,
        userId: sql`user_id`,
        from: sql`decision`,
        where: sql`is_active AND NOT is_refused AND (is_retry OR NOT is_rotated)`,
      })}
    )
    SELECT session_id, user_id, is_rotated, is_active AND is_retry AS is_retry, wait_seconds,
      ${defaultWalletIdSql(sql`decision.user_id`)} AS default_wallet_id
    FROM decision`;
}
