import { z } from "zod";

export const TokensBody = z
  .object({
    access_token: z.string().meta({ description: "A JWT (RFC 9068).", examples: ["eyJ…"] }),
    refresh_token: z
      .string()
      .meta({ description: "Opaque. It can be used once.", examples: ["mrt_…"] }),
    token_type: z.literal("Bearer"),
    expires_in: z
      .int()
      .meta({ description: "Seconds until the access token expires.", examples: [600] }),
  })
  .meta({ id: "Tokens" });

/** The tokens of a session. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** The wire form of tokens. Source: RFC 6749 §5.1. */
export function tokensBody(tokens: Tokens): z.infer<typeof TokensBody> {
  return {
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
    token_type: "Bearer",
    expires_in: tokens.expiresInSeconds,
  };
}
