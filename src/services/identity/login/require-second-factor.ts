import { sql } from "drizzle-orm";
import { type PasskeyOptions, passkeyOptions } from "../../../crypto/passkey.ts";
import { LOGIN_CHALLENGE_SECONDS, PASSKEY_CHALLENGE_SECONDS } from "../../../domain/bounds.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { SecondFactor } from "../../../domain/second-factor.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import type { ServiceContext } from "../../context.ts";
import { issueChallengeStatement } from "../challenges/issue-challenge.ts";
import { factorQueries, foundFactors } from "../factors/find-factors.ts";
import type { AdmittedAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccessStatement } from "../throttle/record-success.ts";

/** The password was correct, and a second factor is required. */
export interface SecondFactorRequired {
  readonly kind: "second_factor_required";
  /** Opaque; finishLogin takes it. */
  readonly challenge: string;
  readonly expiresInSeconds: number;
  readonly methods: readonly SecondFactor[];
  /** The options for a passkey; null when none is registered. */
  readonly passkeyOptions: PasskeyOptions | null;
}

/**
 * Issues the challenge with which finishLogin completes a login, so that the password need not be
 * sent again, and records the success of the password attempt. If the user has a passkey, a
 * challenge for it is issued too. One round trip.
 */
export async function requireSecondFactor(
  ctx: ServiceContext,
  userId: UserId,
  { passwordHash, attempt }: { readonly passwordHash: string; readonly attempt: AdmittedAttempt },
): Promise<SecondFactorRequired> {
  const { db } = ctx;
  const login = issueChallengeStatement(ctx, {
    purpose: "log_in",
    ttlSeconds: LOGIN_CHALLENGE_SECONDS,
    userId,
    passwordHash,
  });
  const passkey = issueChallengeStatement(ctx, {
    purpose: "passkey_second_factor",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId,
    only: sql`EXISTS (SELECT FROM passkeys k WHERE k.user_id = ${userId})`,
  });
  const issued = db.batch([
    ...factorQueries(db, userId),
    db.execute(login.statement),
    db.execute(passkey.statement),
    db.execute(recordSuccessStatement(attempt)),
  ]);
  const [totp, keys, codes] = await withoutEffect(issued);
  const { methods, passkeys } = foundFactors([totp, keys, codes]);
  return {
    kind: "second_factor_required",
    challenge: login.challenge,
    expiresInSeconds: LOGIN_CHALLENGE_SECONDS,
    methods,
    passkeyOptions:
      passkeys.length === 0 ? null : passkeyOptions(ctx.config, passkey.challenge, passkeys),
  };
}
