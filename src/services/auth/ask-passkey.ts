import { type PasskeyOptions, passkeyOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS } from "../../domain/limits.ts";
import { issueChallenge } from "../challenges/issue-challenge.ts";
import type { ServiceContext } from "../context.ts";

/** What a browser needs to log somebody in by a passkey that it finds: nobody is named. */
export async function askPasskey(ctx: ServiceContext): Promise<PasskeyOptions> {
  const challenge = await issueChallenge(ctx, {
    purpose: "passkey_log_in",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId: null,
  });
  return passkeyOptions(ctx.config, challenge, []);
}
