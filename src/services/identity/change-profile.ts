import type { HashTurn } from "../../crypto/hash-queue.ts";
import { hashPassword } from "../../crypto/password.ts";
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
import { type ProveIdentityRefusal, proveIdentityInSlot } from "./profile/prove-identity.ts";
import { readProfile } from "./profile/read-profile.ts";
import {
  type ProfileWriting,
  type WrittenProfile,
  writeProfileStatement,
} from "./profile/write-profile.ts";
import { writeInSession, writeInSteppedUpSession } from "./sessions/write-in-session.ts";

export interface ProfileChange {
  readonly username?: string | undefined;
  readonly phone?: Phone | undefined;
  /** Null takes it away. */
  readonly email?: Email | null | undefined;
  readonly password?: string | undefined;
  /** Asked for whatever lets somebody in: the contacts and the password. */
  readonly currentPassword?: string | undefined;
  /** Who asks, for messages that go to addresses nobody has verified. */
  readonly origin: Origin;
}

export type ProfileRefusal = ProveIdentityRefusal | "weak_password" | "phone_taken";

/**
 * Changes the caller's profile. A new password ends every other session. A new contact is not verified,
 * and the old one is told.
 */
export async function changeProfile(
  ctx: ServiceContext,
  caller: Caller,
  change: ProfileChange,
): Promise<Outcome<User, ProfileRefusal>> {
  const { password, phone, email } = change;
  const asksProof = password !== undefined || phone !== undefined || email !== undefined;
  // One place for both hashes: whoever is let in to the first is let in to the second.
  return asksProof
    ? withHashSlot(ctx, (slot) => changeIn(slot, ctx, caller, change))
    : changeIn(null, ctx, caller, change);
}

/** `turn` is null where no proof of oneself is asked for, and so nothing is hashed. */
async function changeIn(
  turn: HashTurn | null,
  ctx: ServiceContext,
  caller: Caller,
  change: ProfileChange,
): Promise<Outcome<User, ProfileRefusal>> {
  const { password, currentPassword = "", email } = change;
  const profile = turn
    ? await proveIdentityInSlot(turn, ctx, caller, currentPassword)
    : await readProfile(ctx, caller);
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
  const logIn = { phone: next.phone, passwordChangedAt, createdAt: user.createdAt };
  return write(ctx, caller, logIn, change.origin, {
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
  logIn: LoginIdentity,
  { network }: Origin,
  writing: ProfileWriting,
): Promise<Outcome<User, "session_ended" | "step_up_required" | "wrong_password" | "phone_taken">> {
  const now = ctx.nowMs();
  const isPasswordNew = writing.newHash !== null;
  const passwordChangedAt = isPasswordNew ? new Date(now) : logIn.passwordChangedAt;
  const sources: readonly AttemptSource[] =
    isPasswordNew || writing.channels.includes("phone")
      ? [
          { by: "address", name: network },
          { by: "device", name: caller.sessionId },
        ]
      : [];
  try {
    // The lock comes first, in a statement of its own: what follows sees every session that a log-in
    // opened with the old password before it.
    const act = writing.verifiedHash === null ? writeInSession : writeInSteppedUpSession;
    const written = await act(ctx, caller, (db) => [
      db.execute<WrittenProfile>(writeProfileStatement(caller, writing, now)),
      db.execute(trustLoginStatement(ctx, { ...logIn, passwordChangedAt }, sources)),
    ]);
    if (!written.ok) return written;
    const [row] = written.value[0].rows;
    // It was right when it was verified; another change was faster.
    if (!row) return refuse("wrong_password");
    deliverSoon(ctx, writing.messages);
    return done({ id: caller.userId, ...row, createdAt: logIn.createdAt });
  } catch (error) {
    if (isUniqueViolation(error, "users_phone_unique")) return refuse("phone_taken");
    throw error;
  }
}
