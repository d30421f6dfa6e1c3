import { type PasskeyOptions, passkeyOptions } from "../../crypto/passkey.ts";
import type { UserId } from "../../domain/ids.ts";
import { LOG_IN_CHALLENGE_SECONDS, PASSKEY_CHALLENGE_SECONDS } from "../../domain/limits.ts";
import type { SecondFactor } from "../../domain/second-factor.ts";
import { issueChallenge } from "../challenges/issue-challenge.ts";
import type { ServiceContext } from "../context.ts";
import { findFactors } from "../factors/find-factors.ts";

/** The password was right, and more is asked for. */
export interface SecondFactorAsked {
  readonly kind: "second_factor_required";
  /** Opaque, for one log-in. */
  readonly challenge: string;
  readonly expiresInSeconds: number;
  readonly methods: readonly SecondFactor[];
  /** For a passkey; null when none is registered. */
  readonly passkeyOptions: PasskeyOptions | null;
}

/** Puts a log-in on hold until its second factor is proven; the password need not be sent again. */
export async function askSecondFactor(
  ctx: ServiceContext,
  userId: UserId,
  passwordHash: string,
): Promise<SecondFactorAsked> {
  const { methods, passkeys } = await findFactors(ctx, userId);
  const challenge = await issueChallenge(ctx, {
    purpose: "log_in",
    ttlSeconds: LOG_IN_CHALLENGE_SECONDS,
    userId,
    passwordHash,
  });
  const asked = { kind: "second_factor_required", challenge, methods } as const;
  const expiresInSeconds = LOG_IN_CHALLENGE_SECONDS;
  if (passkeys.length === 0) return { ...asked, expiresInSeconds, passkeyOptions: null };
  const toSign = await issueChallenge(ctx, {
    purpose: "passkey_second_factor",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId,
  });
  const options = passkeyOptions(ctx.config, toSign, passkeys);
  return { ...asked, expiresInSeconds, passkeyOptions: options };
}
