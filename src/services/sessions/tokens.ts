import { ACCESS_TOKEN_SECONDS, signAccessToken } from "../../crypto/access-token.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";

/** What a person holds after logging in. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of the access token. */
  readonly expiresInSeconds: number;
}

/** An access token for a live session, beside its refresh token. */
export async function tokensFor(
  { config, nowMs }: Pick<ServiceContext, "config" | "nowMs">,
  caller: Caller,
  refreshToken: string,
): Promise<Tokens> {
  return {
    accessToken: await signAccessToken(config, caller, nowMs()),
    refreshToken,
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
  };
}
