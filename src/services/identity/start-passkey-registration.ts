import { type RegistrationOptions, registrationOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS, PASSKEYS_PER_USER_MAX } from "../../domain/bounds.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { issueChallengeStatement } from "./challenges/issue-challenge.ts";
import { findFactors } from "./factors/find-factors.ts";
import { type ProveIdentityRefusal, proveIdentity } from "./profile/prove-identity.ts";
import { hasSteppedUpSession } from "./sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "./sessions/write-in-session.ts";

export type PasskeyRegistrationRefusal = ProveIdentityRefusal | "passkey_limit_reached";

/**
 * Returns the browser's options for making a passkey, after the caller has proven their identity.
 * The limit is checked again, under a lock, by registerPasskey.
 */
export async function startPasskeyRegistration(
  ctx: ServiceContext,
  caller: Caller,
  { password }: { readonly password: string },
): Promise<Outcome<RegistrationOptions, PasskeyRegistrationRefusal>> {
  const proven = await proveIdentity(ctx, caller, password);
  if (!proven.ok) return proven;
  const { passkeys } = await findFactors(ctx, caller.userId);
  if (passkeys.length >= PASSKEYS_PER_USER_MAX) return refuse("passkey_limit_reached");
  const { challenge, statement } = issueChallengeStatement(ctx, {
    purpose: "passkey_registration",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    ...caller,
    only: hasSteppedUpSession(caller),
  });
  const written = await writeInSteppedUpSession(ctx, caller, (db) => [db.execute(statement)]);
  if (!written.ok) return written;
  return done(registrationOptions(ctx.config, proven.value.user, challenge, passkeys));
}
