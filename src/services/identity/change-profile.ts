import type { HashTurn } from "../../crypto/hash-queue.ts";
import { hashPassword } from "../../crypto/password.ts";
import { CHANNELS } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { User } from "../../domain/user.ts";
import { type ActWait, boundedAct, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { loginNameOf } from "./login/login-attempt.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import type { PresentedClaim } from "./phone-claims/try-claim.ts";
import {
  type ProveIdentityRefusal,
  proveIdentityInSlot,
  requireNotSuspended,
} from "./profile/prove-identity.ts";
import { admitNewPhone, type NewPhoneRefusal } from "./profile-change/admit-new-phone.ts";
import { changeAttempts, sealChangeNotices } from "./profile-change/change-notices.ts";
import {
  type ChangedProfile,
  type WriteChangeRefusal,
  writeChange,
} from "./profile-change/write-change.ts";
import { countedChange } from "./throttle/counted-change.ts";

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

export type ProfileRefusal =
  | ProveIdentityRefusal
  | NewPhoneRefusal
  | WriteChangeRefusal
  | "weak_password";

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
  const { next, channels, isRenamed } = differenceOf(user, change);
  if (password !== undefined) {
    const weakness = await passwordWeakness(password, next);
    if (weakness) return refuse("weak_password", weakness);
  }
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
  return writeChange(ctx, caller, login, change.origin, {
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

/** The name and contacts after the change, and which of them are new. */
function differenceOf(user: User, { username, phone, email }: ProfileChange) {
  const next = {
    username: username ?? user.username,
    phone: phone ?? user.phone,
    email: email === undefined ? user.email : email,
  };
  const channels = CHANNELS.filter((channel) => next[channel] !== user[channel]);
  return { next, channels, isRenamed: next.username !== user.username };
}
