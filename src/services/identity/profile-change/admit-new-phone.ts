import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Phone } from "../../../domain/phone.ts";
import { perUserAttempt } from "../../../domain/throttle.ts";
import type { User } from "../../../domain/user.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { findHolder, type PhoneTaking, prepareTaking } from "../phone-claims/take-phone.ts";
import { type PresentedClaim, tryClaim } from "../phone-claims/try-claim.ts";
import { admitAttempt } from "../throttle/admit-attempt.ts";

export type NewPhoneRefusal = "phone_taken" | "code_refused" | "too_many_attempts";

/**
 * Decides, before anything costly, whether a user may have a phone: one that is free or their own,
 * or, by a claim, one that nobody has verified. The write decides again. Returns how the phone is
 * taken, null without a claim. Without one the answer tells whether the phone is registered, so
 * PHONES_TRIED_PER_DAY bounds the phones that a user tries; a claim is never bounded by that.
 * Refuses with phone_taken, code_refused and too_many_attempts.
 */
export async function admitNewPhone(
  ctx: ServiceContext,
  caller: Caller,
  user: User,
  { phone, phoneClaim }: { readonly phone: Phone; readonly phoneClaim: PresentedClaim | null },
): Promise<Outcome<PhoneTaking | null, NewPhoneRefusal>> {
  if (phoneClaim) {
    const proven = await tryClaim(ctx, phone, phoneClaim, caller);
    return proven.ok ? prepareTaking(ctx, phone, proven.value, caller.userId) : proven;
  }
  if (phone === user.phone) return done(null);
  const admitted = await admitAttempt(ctx, perUserAttempt(caller.userId, "phone_try"));
  if (!admitted.ok) return admitted;
  return (await findHolder(ctx, phone)) ? refuse("phone_taken") : done(null);
}
