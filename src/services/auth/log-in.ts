import { eq, sql } from "drizzle-orm";
import { hashPassword, needsRehash, verifyNothing, verifyPassword } from "../../crypto/password.ts";
import { newRefreshToken, refreshTokenHash } from "../../crypto/refresh-token.ts";
import { lives } from "../../db/live-session.ts";
import { users } from "../../db/schema/index.ts";
import { newId, type SessionId, type UserId } from "../../domain/ids.ts";
import { SESSION_IDLE_DAYS, SESSIONS_PER_USER_MAX } from "../../domain/limits.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { User } from "../../domain/user.ts";
import type { ServiceContext } from "../context.ts";
import { admitGuess } from "../guessing/admit-guess.ts";
import { recordRightGuess } from "../guessing/record-right-guess.ts";
import { type Tokens, tokensFor } from "../sessions/tokens.ts";
import { userOf } from "../users/user-row.ts";

export interface LoggedIn {
  readonly user: User;
  readonly tokens: Tokens;
}

export interface LogInInput {
  readonly phone: Phone;
  readonly password: string;
  readonly origin: Origin;
}

/**
 * Opens a session. An unknown phone takes the same steps as a wrong password, hash and write
 * included, and is answered alike.
 */
export async function logIn(
  ctx: ServiceContext,
  { phone, password, origin }: LogInInput,
): Promise<Outcome<LoggedIn, "invalid_credentials" | "too_many_attempts">> {
  const source = { by: "address", name: origin.network } as const;
  const admitted = await admitGuess(ctx, { kind: "log_in", subject: phone, source });
  if (!admitted.ok) return admitted;
  const { scryptCost } = ctx.config;
  const [found] = await ctx.db.select().from(users).where(eq(users.phone, phone));
  const isRight = found?.passwordHash
    ? await verifyPassword(password, found.passwordHash)
    : await verifyNothing(password, scryptCost);
  const user = found && userOf(found);
  if (!isRight || !found?.passwordHash || !user) {
    await recordRefusal(ctx, found?.id ?? newId("usr", ctx.nowMs()));
    return refuse("invalid_credentials");
  }
  const { id, passwordHash } = found;
  const sessionId = newId("ses", ctx.nowMs());
  const refreshToken = newRefreshToken();
  const opening = { userId: id, sessionId, refreshToken, passwordHash, origin };
  const isOpen = await openSession(ctx, opening);
  // The password was changed, or the person deleted, between the look and the write.
  if (!isOpen) return refuse("invalid_credentials");
  await recordRightGuess(ctx, admitted.value);
  if (needsRehash(passwordHash, scryptCost)) await rehash(ctx, id, password, passwordHash);
  return done({
    user,
    tokens: await tokensFor(ctx, { userId: id, sessionId }, refreshToken),
  });
}

interface Opening {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly refreshToken: string;
  readonly passwordHash: string;
  readonly origin: Origin;
}

async function openSession(
  { db, nowMs }: ServiceContext,
  { userId, sessionId, refreshToken, passwordHash, origin }: Opening,
): Promise<boolean> {
  const now = nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const person = sql`SELECT id FROM users
    WHERE id = ${userId} AND password_hash = ${passwordHash} FOR NO KEY UPDATE`;
  // The person is locked in a statement of its own: what follows counts the sessions of every log-in before.
  const open = sql`
    WITH person AS (${person}), displaced AS (
      UPDATE sessions SET ended_at = ${at}, end_reason = 'displaced'
      WHERE id IN (
        SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.user_id = (SELECT id FROM person) AND ${lives()}
        ORDER BY s.last_seen_at DESC, s.id DESC OFFSET ${SESSIONS_PER_USER_MAX - 1}::int)
      RETURNING id
    ), session AS (
      INSERT INTO sessions (id, user_id, created_at, expires_at, last_seen_at, device, place)
      SELECT ${sessionId}::uuid, id, ${at}, ${at} + make_interval(days => ${SESSION_IDLE_DAYS}::int),
        ${at}, ${origin.device}::text, ${origin.place}::text
      FROM person
      RETURNING id, user_id
    ), token AS (
      INSERT INTO refresh_tokens (hash, session_id, created_at)
      SELECT decode(${refreshTokenHash(refreshToken)}, 'hex'), id, ${at} FROM session
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'user_logged_in', user_id, ${at} FROM session
      UNION ALL
      SELECT ${newId("aud", now)}::uuid, 'session_displaced', user_id, ${at} FROM session
      WHERE EXISTS (SELECT FROM displaced)
    )
    SELECT id FROM session`;
  const [, { rows }] = await db.batch([db.execute(person), db.execute(open)]);
  return rows.length === 1;
}

/** Writes the audit event of a person who exists; for another it is the same round trip without a row. */
async function recordRefusal({ db, nowMs }: ServiceContext, userId: UserId): Promise<void> {
  const now = nowMs();
  await db.execute(sql`
    INSERT INTO audit_events (id, type, user_id, created_at)
    SELECT ${newId("aud", now)}::uuid, 'log_in_refused', id, ${new Date(now).toISOString()}::timestamptz
    FROM users WHERE id = ${userId} AND deleted_at IS NULL`);
}

async function rehash(
  { db, config }: ServiceContext,
  userId: UserId,
  password: string,
  verified: string,
): Promise<void> {
  const passwordHash = await hashPassword(password, config.scryptCost);
  await db
    .update(users)
    .set({ passwordHash })
    .where(sql`${users.id} = ${userId} AND ${users.passwordHash} = ${verified}`);
}
