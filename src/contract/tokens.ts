import { z } from "zod";

export const TokensBody = z
  .object({
    access_token: z.string().meta({ description: "A JWT (RFC 9068).", examples: ["eyJ…"] }),
    refresh_token: z
      .string()
      .optional()
      .meta({
        description:
          "Opaque. It can be used once. Absent when the cookie `__Host-refresh_token` has it: see `refresh_token_in`.",
        examples: ["mrt_…"],
      }),
    token_type: z.literal("Bearer"),
    expires_in: z
      .int()
      .meta({ description: "Seconds until the access token expires.", examples: [600] }),
  })
  .meta({ id: "Tokens" });

/** Where a client keeps its refresh token: it reads it from the body, or its browser has a cookie. */
const REFRESH_TOKEN_PLACES = ["body", "cookie", "session_cookie"] as const;
export type RefreshTokenPlace = (typeof REFRESH_TOKEN_PLACES)[number];

/** `refresh_token_in` of each request that logs in. */
export const RefreshTokenIn = z.enum(REFRESH_TOKEN_PLACES).default("body").meta({
  description:
    "`cookie`: the answer sets the refresh token as the cookie `__Host-refresh_token`, which no script can read, and `tokens` leaves it out. `session_cookie`: the same, and the browser deletes the cookie when it is closed, as on a shared computer. For pages of the service's own origin: the header `Origin` must name it.",
});

/** The tokens of a session. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/**
 * The wire form of tokens; without the refresh token when a cookie has it. Source: RFC 6749 §5.1.
 */
export function tokensBody(
  { accessToken, refreshToken, expiresInSeconds }: Tokens,
  place: RefreshTokenPlace = "body",
): z.infer<typeof TokensBody> {
  return {
    access_token: accessToken,
    ...(place === "body" && { refresh_token: refreshToken }),
    token_type: "Bearer",
    expires_in: expiresInSeconds,
  };
}
