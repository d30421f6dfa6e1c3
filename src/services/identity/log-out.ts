import { type SQL, sql } from "drizzle-orm";
import { verifyFormerAccessToken } from "../../crypto/access-token.ts";
import { refreshTokenHash } from "../../crypto/refresh-token.ts";
import { isActive } from "../../db/active-session.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { SESSION_TTL_DAYS } from "../../domain/bounds.ts";
import { newId, type SessionId, type UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";

const SESSION_SECONDS_MAX = SESSION_TTL_DAYS * 86_400;

/** The user and session that an access token names, whether or not it has expired. */
interface FormerCaller {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/**
 * Verifies an access token for a logout, which needs no fresh one: a client must be able to end its
 * session after the token has expired. Refuses with token_invalid, and with token_expired when the
 * token is older than any session.
 */
export async function readFormerAccessToken(
  { config, nowMs }: Pick<ServiceContext, "config" | "nowMs">,
  token: string,
): Promise<Outcome<FormerCaller, "token_invalid" | "token_expired">> {
  const check = await verifyFormerAccessToken(config, token, nowMs(), SESSION_SECONDS_MAX);
  if (check.kind === "valid") return done(check.subject);
  return refuse(check.kind === "expired" ? "token_expired" : "token_invalid");
}

/** What names the session; with both, they must name the same one. */
export interface LogOutInput {
  readonly caller: FormerCaller | null;
  readonly refreshToken: string | null;
}

/**
 * Ends the session that an access token or a refresh token names: from now on all its tokens are
 * refused. A refresh token that was used before ends its session too: the holder asks for that end.
 * Refuses with token_missing when nothing names a session, token_invalid when the refresh token is
 * unknown or of another session than the access token, and session_ended.
 */
export async function logOut(
  { db, nowMs }: ServiceContext,
  { caller, refreshToken }: LogOutInput,
): Promise<Outcome<null, "token_missing" | "token_invalid" | "session_ended">> {
  if (!caller && refreshToken === null) return refuse("token_missing");
  const hash = refreshToken === null ? null : refreshTokenHash(refreshToken);
  if (refreshToken !== null && hash === null) return refuse("token_invalid");
  const session = sql`sessions s JOIN users u ON u.id = s.user_id WHERE ${isNamed(caller, hash)}`;
  // When the database does not answer, this read fails, and it is certain that nothing has ended.
  const found = await db.execute<Named>(sql`SELECT ${isActive()} AS is_active FROM ${session}`);
  const refusal = refusalOf(found.rows[0], hash);
  if (refusal) return refuse(refusal);
  // Two statements of one transaction, as in refresh: the second sees what others committed before
  // the session was locked.
  const [, { rows }] = await db.batch([
    db.execute(sql`SELECT s.id FROM ${session} FOR NO KEY UPDATE OF u, s`),
    db.execute<Named>(endStatement(session, nowMs())),
  ]);
  const lost = refusalOf(rows[0], hash);
  return lost ? refuse(lost) : done(null);
}

interface Named extends Record<string, unknown> {
  readonly is_active: boolean;
}

/** Why the session that is named cannot be ended; null when it is active. */
function refusalOf(named: Named | undefined, hash: string | null) {
  if (!named && hash !== null) return "token_invalid" as const;
  return named?.is_active ? null : ("session_ended" as const);
}

function isNamed(caller: FormerCaller | null, hash: string | null): SQL {
  const byAccessToken = caller
    ? sql`s.id = ${caller.sessionId} AND s.user_id = ${caller.userId}`
    : sql`true`;
  const byRefreshToken =
    hash === null
      ? sql`true`
      : sql`s.id = (SELECT session_id FROM refresh_tokens WHERE hash = decode(${hash}, 'hex'))`;
  return sql`${byAccessToken} AND ${byRefreshToken}`;
}

/** Returns one row for the session that is named, active or not. */
function endStatement(session: SQL, now: number): SQL {
  return sql`
    WITH named AS (
      SELECT s.id, ${isActive()} AS is_active FROM ${session}
    ), ended AS (
      UPDATE sessions SET ended_at = now(), end_reason = 'logout'
      WHERE id = (SELECT id FROM named WHERE is_active)
      RETURNING user_id
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "user_logged_out", userId: sql`user_id`, from: sql`ended` })}
    )
    SELECT is_active FROM named`;
}
