import { type RegistrationOptions, registrationOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS, PASSKEYS_PER_USER_MAX } from "../../domain/limits.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import { issueChallenge } from "../challenges/issue-challenge.ts";
import type { ServiceContext } from "../context.ts";
import { findFactors } from "../factors/find-factors.ts";
import { type ProofOfSelfRefusal, proveProfile } from "../users/prove-profile.ts";

export type AskRegistrationRefusal = ProofOfSelfRefusal | "passkey_limit_reached";

/** What a browser needs to make a passkey for the caller. */
export async function askRegistration(
  ctx: ServiceContext,
  caller: Caller,
  { password }: { readonly password: string },
): Promise<Outcome<RegistrationOptions, AskRegistrationRefusal>> {
  const proven = await proveProfile(ctx, caller, password);
  if (!proven.ok) return proven;
  const { passkeys } = await findFactors(ctx, caller.userId);
  if (passkeys.length >= PASSKEYS_PER_USER_MAX) return refuse("passkey_limit_reached");
  const challenge = await issueChallenge(ctx, {
    purpose: "passkey_registration",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    ...caller,
  });
  return done(registrationOptions(ctx.config, proven.value.user, challenge, passkeys));
}
