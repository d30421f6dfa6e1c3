import { sql } from "drizzle-orm";
import { type PasskeyOptions, passkeyOptions } from "../../../crypto/passkey.ts";
import { LOGIN_CHALLENGE_SECONDS, PASSKEY_CHALLENGE_SECONDS } from "../../../domain/bounds.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { SecondFactor } from "../../../domain/second-factor.ts";
import type { ServiceContext } from "../../context.ts";
import { issueChallengeStatement } from "../challenges/issue-challenge.ts";
import { factorQueries, foundFactors } from "../factors/find-factors.ts";
import type { AdmittedAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccessStatement } from "../throttle/record-success.ts";

/** The password was right, and more is asked for. */
export interface SecondFactorRequired {
  readonly kind: "second_factor_required";
  /** Opaque, for one log-in. */
  readonly challenge: string;
  readonly expiresInSeconds: number;
  readonly methods: readonly SecondFactor[];
  /** For a passkey; null when none is registered. */
  readonly passkeyOptions: PasskeyOptions | null;
}

/**
 * Puts a log-in on hold until its second factor is proven; the password need not be sent again, and its
 * try is given back. All of it is one round trip: what a passkey is to sign is put out where there is one.
 */
export async function requireSecondFactor(
  ctx: ServiceContext,
  userId: UserId,
  { passwordHash, attempt }: { readonly passwordHash: string; readonly attempt: AdmittedAttempt },
): Promise<SecondFactorRequired> {
  const { db } = ctx;
  const logIn = issueChallengeStatement(ctx, {
    purpose: "log_in",
    ttlSeconds: LOGIN_CHALLENGE_SECONDS,
    userId,
    passwordHash,
  });
  const toSign = issueChallengeStatement(ctx, {
    purpose: "passkey_second_factor",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId,
    only: sql`EXISTS (SELECT FROM passkeys k WHERE k.user_id = ${userId})`,
  });
  const [totp, keys, codes] = await db.batch([
    ...factorQueries(db, userId),
    db.execute(logIn.statement),
    db.execute(toSign.statement),
    db.execute(recordSuccessStatement(attempt)),
  ]);
  const { methods, passkeys } = foundFactors([totp, keys, codes]);
  return {
    kind: "second_factor_required",
    challenge: logIn.challenge,
    expiresInSeconds: LOGIN_CHALLENGE_SECONDS,
    methods,
    passkeyOptions:
      passkeys.length === 0 ? null : passkeyOptions(ctx.config, toSign.challenge, passkeys),
  };
}
