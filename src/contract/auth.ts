import { z } from "zod";
import { TOKEN_LENGTH_MAX } from "../domain/limits.ts";
import { PhoneText } from "./phone.ts";
import { complain } from "./text.ts";
import { NewPassword, PresentedPassword, UserBody, Username } from "./users.ts";
import { WalletBody } from "./wallets.ts";

/** POST /v1/auth/register. */
export const Register = z.strictObject({
  username: Username,
  phone: PhoneText,
  password: NewPassword,
});

export const Registered = z
  .object({ user: UserBody, wallet: WalletBody })
  .meta({ id: "Registered", description: "The new person and their first wallet." });

/** POST /v1/auth/login. */
export const LogIn = z.strictObject({ phone: PhoneText, password: PresentedPassword });

/** POST /v1/auth/refresh. */
export const Refresh = z.strictObject({
  refresh_token: z
    .string()
    .meta({ description: "Spent by this request; the answer has the next.", examples: ["mrt_…"] })
    .transform((token, ctx) =>
      token.length <= TOKEN_LENGTH_MAX ? token : complain(ctx, "too_long", "is too long"),
    ),
});

export const TokensBody = z
  .object({
    access_token: z.string().meta({ description: "A JWT (RFC 9068).", examples: ["eyJ…"] }),
    refresh_token: z.string().meta({ description: "Opaque, for one use.", examples: ["mrt_…"] }),
    token_type: z.literal("Bearer"),
    expires_in: z.int().meta({ description: "Seconds of the access token.", examples: [600] }),
  })
  .meta({ id: "Tokens" });

export const LoggedIn = z.object({ user: UserBody, tokens: TokensBody }).meta({ id: "LoggedIn" });
export const Refreshed = z.object({ tokens: TokensBody }).meta({ id: "Refreshed" });

interface Tokens {
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
