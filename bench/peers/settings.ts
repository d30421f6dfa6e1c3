import { z } from "zod";
import type { AccessTokenSettings } from "../../src/crypto/access-token.ts";

const Keys = z.object({ keys: z.array(z.object({ kid: z.string(), k: z.string() })).min(1) });

export interface PeerVariables {
  readonly DATABASE_URL: string;
  /** A JWK Set, as mahfaza's own. */
  readonly ACCESS_TOKEN_KEYS: string;
  readonly TOKEN_ISSUER: string;
  readonly TOKEN_AUDIENCE: string;
}

/** How a peer signs and checks access tokens. */
export function tokenSettings(variables: PeerVariables): AccessTokenSettings {
  return {
    accessTokenKeys: Keys.parse(JSON.parse(variables.ACCESS_TOKEN_KEYS)).keys,
    tokenIssuer: variables.TOKEN_ISSUER,
    tokenAudience: variables.TOKEN_AUDIENCE,
  };
}
