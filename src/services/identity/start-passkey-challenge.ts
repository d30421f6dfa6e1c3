import { sql } from "drizzle-orm";
import {
  type PasskeyOptions,
  passkeyOptions,
  type RegistrationOptions,
  registrationOptions,
} from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS, PASSKEYS_PER_USER_MAX } from "../../domain/bounds.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { issueChallenge, issuing } from "./challenges/issue-challenge.ts";
import { factorQueries, findFactors, foundFactors } from "./factors/find-factors.ts";
import { type ProofOfSelfRefusal, proveIdentity } from "./profile/prove-identity.ts";
import { whileActive } from "./sessions/active-session.ts";
import { readAsUser } from "./sessions/read-as-user.ts";

/** What a browser needs to log somebody in by a passkey that it finds: nobody is named. */
export async function startPasskeyLogin(ctx: ServiceContext): Promise<PasskeyOptions> {
  const challenge = await issueChallenge(ctx, {
    purpose: "passkey_log_in",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId: null,
  });
  return passkeyOptions(ctx.config, challenge, []);
}

/** What a browser needs to step the caller's session up by one of their passkeys. */
export async function startPasskeyStepUp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<PasskeyOptions, "session_ended" | "factor_not_found">> {
  const { userId, sessionId } = caller;
  const { challenge, statement } = issuing(ctx, {
    purpose: "passkey_step_up",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId,
    sessionId,
    only: sql`EXISTS (SELECT FROM passkeys k WHERE k.user_id = ${userId}) AND ${whileActive(caller)}`,
  });
  const read = await readAsUser(ctx, caller, (db) => [
    ...factorQueries(db, userId),
    db.execute(statement),
  ]);
  if (!read.ok) return read;
  const [totp, keys, codes] = read.value;
  const { passkeys } = foundFactors([totp, keys, codes]);
  if (passkeys.length === 0) return refuse("factor_not_found");
  return done(passkeyOptions(ctx.config, challenge, passkeys));
}

export type PasskeyRegistrationRefusal = ProofOfSelfRefusal | "passkey_limit_reached";

/** What a browser needs to make a passkey for the caller. */
export async function startPasskeyRegistration(
  ctx: ServiceContext,
  caller: Caller,
  { password }: { readonly password: string },
): Promise<Outcome<RegistrationOptions, PasskeyRegistrationRefusal>> {
  const proven = await proveIdentity(ctx, caller, password);
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
