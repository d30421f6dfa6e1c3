import { sql } from "drizzle-orm";
import { newRefreshToken, refreshTokenHash } from "../../crypto/refresh-token.ts";
import { newId, type SessionId, type UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type Tokens, tokensFor } from "../sessions/tokens.ts";

interface Rotation extends Record<string, unknown> {
  readonly session_id: SessionId;
  readonly user_id: UserId;
  readonly is_rotated: boolean;
}

/**
 * Spends a refresh token for a new pair. A token that was spent before is in two hands: its whole
 * family ends. Source: RFC 9700 §4.14.2 (refresh token rotation).
 */
export async function refresh(
  ctx: ServiceContext,
  { refreshToken }: { readonly refreshToken: string },
): Promise<Outcome<Tokens, "token_invalid" | "session_ended">> {
  const presented = refreshTokenHash(refreshToken);
  if (!presented) return refuse("token_invalid");
  const next = newRefreshToken();
  const rotation = await rotate(ctx, presented, next);
  if (!rotation) return refuse("token_invalid");
  if (!rotation.is_rotated) return refuse("session_ended");
  const session = { userId: rotation.user_id, sessionId: rotation.session_id };
  return done(await tokensFor(ctx, session, next));
}

// One statement decides. The session's row is locked first; then the compare-and-set on spent_at
// lets one of many through, for Postgres looks at the newest version of the row that it updates.
async function rotate(
  { db, nowMs }: ServiceContext,
  presented: string,
  next: string,
): Promise<Rotation | undefined> {
  const now = nowMs();
  const at = new Date(now).toISOString();
  const { rows } = await db.execute<Rotation>(sql`
    WITH presented AS (
      SELECT t.hash, s.id AS session_id, s.user_id,
        s.ended_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL AS is_live
      FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
      WHERE t.hash = decode(${presented}, 'hex')
      FOR NO KEY UPDATE OF s
    ), spent AS (
      UPDATE refresh_tokens t SET spent_at = ${at}::timestamptz FROM presented p
      WHERE t.hash = p.hash AND t.spent_at IS NULL AND p.is_live
      RETURNING t.session_id
    ), issued AS (
      INSERT INTO refresh_tokens (hash, session_id, created_at)
      SELECT decode(${refreshTokenHash(next)}, 'hex'), session_id, ${at}::timestamptz FROM spent
    ), ended AS (
      UPDATE sessions s SET ended_at = ${at}::timestamptz, end_reason = 'refresh_reuse'
      FROM presented p
      WHERE s.id = p.session_id AND p.is_live AND NOT EXISTS (SELECT FROM spent)
      RETURNING s.user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'refresh_token_reused', user_id, ${at}::timestamptz FROM ended
    )
    SELECT session_id, user_id, EXISTS (SELECT FROM spent) AS is_rotated FROM presented`);
  return rows[0];
}
