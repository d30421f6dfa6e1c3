import { type PasskeyOptions, passkeyOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS } from "../../domain/limits.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import { issueChallenge } from "../challenges/issue-challenge.ts";
import type { ServiceContext } from "../context.ts";
import { findFactors } from "../factors/find-factors.ts";
import { readProfile } from "../users/read-profile.ts";

/** What a browser needs to step the caller's session up by one of their passkeys. */
export async function askStepUp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<PasskeyOptions, "session_ended" | "factor_not_found">> {
  const profile = await readProfile(ctx, caller);
  if (!profile.ok) return profile;
  const { passkeys } = await findFactors(ctx, caller.userId);
  if (passkeys.length === 0) return refuse("factor_not_found");
  const challenge = await issueChallenge(ctx, {
    purpose: "passkey_step_up",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    ...caller,
  });
  return done(passkeyOptions(ctx.config, challenge, passkeys));
}
