import { sql } from "drizzle-orm";
import type { HashTurn } from "../../crypto/hash-queue.ts";
import { hashPassword } from "../../crypto/password.ts";
import { newRefreshToken } from "../../crypto/refresh-token.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { CHANNELS } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { AttemptSource } from "../../domain/throttle.ts";
import type { User } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { type LoginIdentity, trustLoginStatement } from "./login/login-attempt.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { sealChangeNotices } from "./profile/change-notices.ts";
import {
  type ProveIdentityRefusal,
  proveIdentityInSlot,
  requireNotSuspended,
} from "./profile/prove-identity.ts";
import {
  type ProfileWriting,
  type WrittenProfile,
  writeProfileStatement,
} from "./profile/write-profile.ts";
import { replaceRefreshTokensStatement } from "./sessions/replace-refresh-tokens.ts";
import { issueTokens, type Tokens } from "./sessions/tokens.ts";
import { writeInSession, writeInSteppedUpSession } from "./sessions/write-in-session.ts";

export interface ProfileChange {
  readonly username?: string | undefined;
  readonly phone?: Phone | undefined;
  /** Null removes it. */
  readonly email?: Email | null | undefined;
  readonly password?: string | undefined;
  /**
   * Required to change what a user logs in with or is reached at: the password and the contacts.
   */
  readonly currentPassword?: string | undefined;
  /** Where the request comes from; notices to unverified addresses are throttled by it. */
  readonly origin: Origin;
}

/** The profile after a change. */
export interface ChangedProfile {
  readonly user: User;
  /** The session's new tokens after a change of the password, which voids the earlier ones. */
  readonly tokens: Tokens | null;
}

export type ProfileRefusal = ProveIdentityRefusal | "weak_password" | "phone_taken";

/**
 * Changes the caller's profile. A new password ends every other session, and replaces the refresh
 * tokens of this one. A new contact starts
 * unverified, and a notice is sent to the old one. Refuses with phone_taken, with weak_password
 * (and the reason), and as proveIdentity does when a password or contact is changed.
 */
export async function changeProfile(
  ctx: ServiceContext,
  caller: Caller,
  change: ProfileChange,
): Promise<Outcome<ChangedProfile, ProfileRefusal>> {
  const { password, phone, email } = change;
  const needsProof = password !== undefined || phone !== undefined || email !== undefined;
  // One slot for both hashes: once the first is admitted, the second is not refused as busy.
  return needsProof
    ? withHashSlot(ctx, (slot) => changeInSlot(slot, ctx, caller, change))
    : changeInSlot(null, ctx, caller, change);
}

/** `turn` is null when no proof of identity is required; then nothing is hashed. */
async function changeInSlot(
  turn: HashTurn | null,
  ctx: ServiceContext,
  caller: Caller,
  change: ProfileChange,
): Promise<Outcome<ChangedProfile, ProfileRefusal>> {
  const { password, currentPassword = "", email } = change;
  const profile = turn
    ? await proveIdentityInSlot(turn, ctx, caller, currentPassword)
    : await requireNotSuspended(ctx, caller);
  if (!profile.ok) return profile;
  const { user, passwordHash, passwordChangedAt } = profile.value;
  const next = {
    username: change.username ?? user.username,
    phone: change.phone ?? user.phone,
    email: email === undefined ? user.email : email,
  };
  if (password !== undefined) {
    const weakness = await passwordWeakness(password, next);
    if (weakness) return refuse("weak_password", weakness);
  }
  const channels = CHANNELS.filter((channel) => next[channel] !== user[channel]);
  const messages = await sealChangeNotices(
    ctx,
    user,
    { channels, isPasswordNew: password !== undefined },
    change.origin,
  );
  if (!messages.ok) return messages;
  const login = { phone: next.phone, passwordChangedAt, createdAt: user.createdAt };
  return write(ctx, caller, login, change.origin, {
    username: change.username ?? null,
    phone: change.phone ?? null,
    email,
    newHash:
      turn && password !== undefined
        ? await hashPassword(password, ctx.config.scryptCost, turn)
        : null,
    verifiedHash: turn ? passwordHash : null,
    fields: (["username", ...CHANNELS] as const).filter((field) => next[field] !== user[field]),
    channels,
    messages: messages.value,
  });
}

async function write(
  ctx: ServiceContext,
  caller: Caller,
  login: LoginIdentity,
  { network }: Origin,
  writing: ProfileWriting,
): Promise<Outcome<ChangedProfile, ProfileRefusal>> {
  const now = ctx.nowMs();
  const isPasswordNew = writing.newHash !== null;
  const passwordChangedAt = isPasswordNew ? new Date(now) : login.passwordChangedAt;
  const sources: readonly AttemptSource[] =
    isPasswordNew || writing.channels.includes("phone")
      ? [
          { by: "address", name: network },
          { by: "device", name: caller.sessionId },
        ]
      : [];
  const refreshToken = newRefreshToken();
  try {
    // The user row is locked by a separate first statement, so the statements after it see every
    // session that a concurrent login has opened with the old password.
    const writeLocked = writing.verifiedHash === null ? writeInSession : writeInSteppedUpSession;
    const written = await writeLocked(ctx, caller, (db) => [
      db.execute<WrittenProfile>(writeProfileStatement(caller, writing, now)),
      db.execute(trustLoginStatement(ctx, { ...login, passwordChangedAt }, sources)),
      writing.newHash === null
        ? db.execute(sql`SELECT`)
        : db.execute(replaceRefreshTokensStatement(caller, refreshToken, writing.newHash)),
    ]);
    if (!written.ok) return written;
    const [row] = written.value[0].rows;
    // The password was correct when it was verified, but a concurrent request has changed it since.
    if (!row) return refuse("wrong_password");
    deliverSoon(ctx, writing.messages);
    // A suspended user's change is refused, so the one who made this change is not suspended.
    const user = { id: caller.userId, ...row, createdAt: login.createdAt, suspension: null };
    return done({
      user,
      tokens: isPasswordNew ? await issueTokens(ctx, caller, refreshToken) : null,
    });
  } catch (error) {
    if (isUniqueViolation(error, "users_phone_unique")) return refuse("phone_taken");
    throw error;
  }
}
