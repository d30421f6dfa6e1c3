import { type PasskeyOptions, passkeyOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS } from "../../domain/bounds.ts";
import type { ServiceContext } from "../context.ts";
import { issueChallenge } from "./challenges/issue-challenge.ts";

/**
 * Returns the browser's options for a login with any passkey that the browser finds. No user is
 * named, so the response reveals no account.
 */
export async function startPasskeyLogin(ctx: ServiceContext): Promise<PasskeyOptions> {
  const challenge = await issueChallenge(ctx, {
    purpose: "passkey_log_in",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId: null,
  });
  return passkeyOptions(ctx.config, challenge, []);
}
