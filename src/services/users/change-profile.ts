import { sql } from "drizzle-orm";
import { hashPassword } from "../../crypto/password.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { User } from "../../domain/user.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { whileLive } from "../sessions/live-session.ts";
import { lockPerson } from "../sessions/lock-person.ts";
import { passwordWeakness } from "./password-weakness.ts";
import { readProfile } from "./read-profile.ts";
import { verifyCurrentPassword } from "./verify-current-password.ts";

export interface ProfileChange {
  readonly username?: string | undefined;
  readonly phone?: Phone | undefined;
  readonly password?: string | undefined;
  /** Asked for whatever lets somebody in: the phone and the password. */
  readonly currentPassword?: string | undefined;
}

export type ProfileRefusal =
  | "session_ended"
  | "wrong_password"
  | "too_many_attempts"
  | "weak_password"
  | "phone_taken";

/** Changes the caller's profile; a new password ends every other session. */
export async function changeProfile(
  ctx: ServiceContext,
  caller: Caller,
  change: ProfileChange,
): Promise<Outcome<User, ProfileRefusal>> {
  const profile = await readProfile(ctx, caller);
  if (!profile.ok) return profile;
  const { user, passwordHash } = profile.value;
  const { password, currentPassword, phone } = change;
  if (password !== undefined || phone !== undefined) {
    const proof = { password: currentPassword ?? "", passwordHash };
    const verified = await verifyCurrentPassword(ctx, caller, proof);
    if (!verified.ok) return verified;
  }
  const next = { username: change.username ?? user.username, phone: phone ?? user.phone };
  if (password !== undefined) {
    const weakness = await passwordWeakness(password, next);
    if (weakness) return refuse("weak_password", weakness);
  }
  const isProven = password !== undefined || phone !== undefined;
  return write(ctx, caller, {
    username: change.username ?? null,
    phone: phone ?? null,
    newHash: password === undefined ? null : await hashPassword(password, ctx.config.scryptCost),
    verifiedHash: isProven ? passwordHash : null,
    fields: (["username", "phone"] as const).filter((field) => next[field] !== user[field]),
    createdAt: user.createdAt,
  });
}

/** Null leaves a column as it is, so that two changes at once keep both. */
interface Writing {
  readonly username: string | null;
  readonly phone: Phone | null;
  readonly newHash: string | null;
  readonly verifiedHash: string | null;
  readonly fields: readonly string[];
  readonly createdAt: Date;
}

async function write(
  { db, nowMs }: ServiceContext,
  caller: Caller,
  { username, phone, newHash, verifiedHash, fields, createdAt }: Writing,
): Promise<Outcome<User, "session_ended" | "phone_taken">> {
  const now = nowMs();
  const at = new Date(now).toISOString();
  try {
    // The lock comes first, in a statement of its own: what follows sees every session that a log-in
    // opened with the old password before it.
    const change = db.execute<{ username: string; phone: Phone }>(sql`
      WITH changed AS (
        UPDATE users SET username = coalesce(${username}::text, username),
          phone = coalesce(${phone}::text, phone),
          password_hash = coalesce(${newHash}::text, password_hash),
          updated_at = ${at}::timestamptz
        -- The hash that was verified: of two changes at once, one has verified an old password.
        WHERE id = ${caller.userId} AND password_hash = coalesce(${verifiedHash}::text, password_hash)
          AND ${whileLive(caller)}
        RETURNING id, username, phone
      ), ended AS (
        UPDATE sessions SET ended_at = ${at}::timestamptz, end_reason = 'password_change'
        WHERE ${newHash !== null}::boolean AND user_id = (SELECT id FROM changed)
          AND id <> ${caller.sessionId} AND ended_at IS NULL
      ), profile_event AS (
        INSERT INTO audit_events (id, type, user_id, details, created_at)
        SELECT ${newId("aud", now)}::uuid, 'profile_changed', id,
          ${JSON.stringify({ fields })}::jsonb, ${at}::timestamptz
        FROM changed WHERE ${fields.length > 0}::boolean
      ), password_event AS (
        INSERT INTO audit_events (id, type, user_id, created_at)
        SELECT ${newId("aud", now)}::uuid, 'password_changed', id, ${at}::timestamptz
        FROM changed WHERE ${newHash !== null}::boolean
      )
      SELECT username, phone FROM changed`);
    const [, { rows }] = await db.batch([db.execute(lockPerson(caller)), change]);
    const [row] = rows;
    return row
      ? done({ id: caller.userId, username: row.username, phone: row.phone, createdAt })
      : refuse("session_ended");
  } catch (error) {
    if (isUniqueViolation(error, "users_phone_unique")) return refuse("phone_taken");
    throw error;
  }
}
