import { type SQL, sql } from "drizzle-orm";
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
import { type ActWait, boundedAct, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { trustResetsStatement } from "./contacts/admit-sending.ts";
import { type LoginIdentity, loginNameOf, trustLoginStatement } from "./login/login-attempt.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { lockHolder } from "./phone-claims/take-phone.ts";
import type { PresentedClaim } from "./phone-claims/try-claim.ts";
import { admitNewPhone, type NewPhoneRefusal } from "./profile/admit-new-phone.ts";
import { changeAttempts, sealChangeNotices } from "./profile/change-notices.ts";
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
import { countedChange } from "./throttle/counted-change.ts";
import { recordSuccessStatement } from "./throttle/record-success.ts";

export interface ProfileChange {
  readonly username?: string | undefined;
  readonly phone?: Phone | undefined;
  /** Proves `phone`, which then is verified, also if another user has it unverified. */
  readonly phoneClaim?: PresentedClaim | undefined;
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

export type ProfileRefusal = ProveIdentityRefusal | NewPhoneRefusal | "weak_password";

/**
 * Changes the caller's profile. A new password ends every other session, and replaces the refresh
 * tokens of this one. A new contact starts unverified, except for a phone that a claim has proven,
 * and a notice is sent to the old one. A name or contact that the user has already changes nothing
 * and is not counted; a password does, since it ends the other sessions. The changes of a day are
 * bounded (too_many_attempts); one that is refused does not count. Refuses with phone_taken,
 * code_refused (the claim's), weak_password (and the reason), and as proveIdentity does when a
 * password or contact is changed.
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
  const { phone, phoneClaim = null } = change;
  const taking =
    phone === undefined
      ? done(null)
      : await admitNewPhone(ctx, caller, user, { phone, phoneClaim });
  if (!taking.ok) return taking;
  const next = {
    username: change.username ?? user.username,
    phone: phone ?? user.phone,
    email: email === undefined ? user.email : email,
  };
  if (password !== undefined) {
    const weakness = await passwordWeakness(password, next);
    if (weakness) return refuse("weak_password", weakness);
  }
  const channels = CHANNELS.filter((channel) => next[channel] !== user[channel]);
  const isRenamed = next.username !== user.username;
  const isChanged = password !== undefined || channels.length > 0 || isRenamed;
  if (!isChanged && taking.value === null) return done({ user, tokens: null });
  const noticed = { channels, isPasswordNew: password !== undefined };
  const attempts = changeAttempts(user, noticed, change.origin);
  const counted = countedChange(ctx, attempts);
  if (attempts.length > 0) {
    // Before a hash is computed for a change that will be refused.
    const refused = refusalOfAct(await ctx.db.execute<ActWait>(counted.read));
    if (refused) return refused;
  }
  const name = loginNameOf({ id: user.id, phone: next.phone });
  const login = { name, passwordChangedAt, createdAt: user.createdAt };
  return write(ctx, caller, login, change.origin, {
    username: change.username ?? null,
    phone: phone ?? null,
    email,
    newHash:
      turn && password !== undefined
        ? await hashPassword(password, ctx.config.scryptCost, turn)
        : null,
    verifiedHash: turn ? passwordHash : null,
    bound: isRenamed ? boundedAct(caller.userId, "profile_changed") : null,
    channels,
    messages: await sealChangeNotices(ctx, user, noticed),
    counted,
    taking: taking.value,
  });
}

async function write(
  ctx: ServiceContext,
  caller: Caller,
  login: LoginIdentity,
  origin: Origin,
  writing: ProfileWriting,
): Promise<Outcome<ChangedProfile, ProfileRefusal>> {
  const now = ctx.nowMs();
  const { taking, bound, counted, verifiedHash, newHash } = writing;
  const refreshToken = newRefreshToken();
  try {
    // The user row is locked by a separate first statement, so the statements after it see every
    // session that a concurrent login has opened with the old password.
    const writeLocked = verifiedHash === null ? writeInSession : writeInSteppedUpSession;
    const written = await writeLocked(ctx, caller, (db) => [
      db.execute(taking ? lockHolder(taking.phone) : sql`SELECT`),
      db.execute(counted.lock),
      db.execute<ActWait>(counted.read),
      db.execute<ActWait>(bound?.read ?? sql`SELECT 0 AS wait_seconds`),
      db.execute<WrittenProfile>(writeProfileStatement(caller, writing, now)),
      newHash === null
        ? db.execute(sql`SELECT`)
        : db.execute(replaceRefreshTokensStatement(caller, refreshToken, newHash)),
      ...trustStatements(ctx, caller, login, origin, writing, now).map((trust) =>
        db.execute(trust),
      ),
    ]);
    if (!written.ok) return written;
    const [, , toCounted, toBounded, { rows }] = written.value;
    const [row] = rows;
    const refusal = refusalOfAct(toCounted) ?? refusalOfAct(toBounded);
    if (refusal) return refusal;
    // The password was correct when it was verified, but a concurrent request has changed it since.
    if (!row?.isAdmitted) return refuse("wrong_password");
    // A concurrent request has used the claim up.
    if (!row.profile) return refuse("code_refused");
    deliverSoon(ctx, [...writing.messages, ...(taking?.messages ?? [])]);
    // A suspended user's change is refused, so the one who made this change is not suspended.
    const { createdAt } = login;
    const user = { id: caller.userId, ...row.profile, createdAt, suspension: null };
    return done({ user, tokens: newHash ? await issueTokens(ctx, caller, refreshToken) : null });
  } catch (error) {
    if (isUniqueViolation(error, "users_phone_unique")) return refuse("phone_taken");
    throw error;
  }
}

/**
 * Statements that make the place of the change trusted: for logins after a new phone or password,
 * and for resets of a phone that was proven.
 */
function trustStatements(
  ctx: ServiceContext,
  caller: Caller,
  login: LoginIdentity,
  origin: Origin,
  { newHash, channels, taking }: ProfileWriting,
  nowMs: number,
): SQL[] {
  const isPasswordNew = newHash !== null;
  const passwordChangedAt = isPasswordNew ? new Date(nowMs) : login.passwordChangedAt;
  const sources: readonly AttemptSource[] =
    isPasswordNew || channels.includes("phone")
      ? [
          { by: "address", name: origin.network },
          { by: "device", name: caller.sessionId },
        ]
      : [];
  const trust = trustLoginStatement(ctx, { ...login, passwordChangedAt }, sources);
  if (!taking) return [trust];
  const contact = { channel: "phone", address: taking.phone } as const;
  const { attempt } = taking.claim;
  return [trust, recordSuccessStatement(attempt), trustResetsStatement(ctx, contact, origin)];
}
