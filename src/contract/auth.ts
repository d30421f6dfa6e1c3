import { z } from "zod";
import { LOGIN_CHALLENGE_SECONDS, TOKEN_LENGTH_MAX } from "../domain/bounds.ts";
import { SECOND_FACTORS, type SecondFactor } from "../domain/second-factor.ts";
import type { User } from "../domain/user.ts";
import { proofFields, toProof } from "./factors.ts";
import { wireId } from "./ids.ts";
import { PasskeyOptionsBody } from "./passkeys.ts";
import { PhoneText } from "./phone.ts";
import { PhoneClaimProof } from "./phone-claims.ts";
import { addIssue } from "./text.ts";
import { RefreshTokenIn, TokensBody } from "./tokens.ts";
import { NewPassword, PresentedPassword, UserBody, Username, userBody } from "./users.ts";
import { WalletBody } from "./wallets.ts";

/** POST /v1/auth/register. */
export const Register = z
  .strictObject({
    username: Username,
    phone: PhoneText,
    password: NewPassword,
    phone_claim: PhoneClaimProof.optional(),
  })
  .meta({ id: "RegisterRequest" });

export const Registered = z
  .object({ user: UserBody, wallet: WalletBody })
  .meta({ id: "Registered", description: "The new user and their first wallet." });

/** POST /v1/auth/login. */
export const LoginIdentity = z
  .strictObject({
    phone: PhoneText.optional(),
    user_id: wireId("usr", "Instead of `phone`, while the account has none.").optional(),
    password: PresentedPassword,
    refresh_token_in: RefreshTokenIn,
  })
  .superRefine(({ phone, user_id }, ctx) => {
    if ((phone === undefined) !== (user_id === undefined)) return;
    addIssue(ctx, "required", "must have exactly one of phone and user_id");
  })
  .meta({ id: "LogInRequest", description: "Exactly one of `phone` and `user_id`." });

/** POST /v1/auth/login/second-factor. */
export const SecondStep = z
  .strictObject({
    challenge: z
      .string()
      .meta({ description: "The challenge of POST /v1/auth/login's answer.", examples: ["w0Zt…"] })
      .transform((text, ctx) =>
        text.length <= TOKEN_LENGTH_MAX ? text : addIssue(ctx, "too_long", "is too long"),
      ),
    ...proofFields,
    refresh_token_in: RefreshTokenIn,
  })
  .transform((body, ctx) => ({
    challenge: body.challenge,
    proof: toProof(body, ctx),
    place: body.refresh_token_in,
  }))
  .meta({ id: "FinishLogInRequest" });

const refreshToken = (description: string) =>
  z
    .string()
    .meta({ description, examples: ["mrt_…"] })
    .transform((token, ctx) =>
      token.length <= TOKEN_LENGTH_MAX ? token : addIssue(ctx, "too_long", "is too long"),
    );

/** POST /v1/auth/refresh. */
export const Refresh = z
  .strictObject({
    refresh_token: refreshToken(
      "Void after this request. The answer has a new one. Without it the cookie's token is used.",
    ).optional(),
  })
  .meta({ id: "RefreshRequest" });

/** POST /v1/auth/logout. */
export const LogOut = z
  .strictObject({
    refresh_token: refreshToken(
      "A refresh token of the session, also one that was used. It makes an access token unnecessary. Without it the cookie's token is used.",
    ).optional(),
  })
  .meta({ id: "LogOutRequest" });

export const LoggedIn = z
  .object({ status: z.literal("logged_in"), user: UserBody, tokens: TokensBody })
  .meta({ id: "LoggedIn" });

export const SecondFactorRequired = z
  .object({
    status: z.literal("second_factor_required"),
    challenge: z.string().meta({
      description: "Send it to POST /v1/auth/login/second-factor.",
      examples: ["w0Zt…"],
    }),
    expires_in: z.int().meta({
      description: "Seconds until the challenge expires.",
      examples: [LOGIN_CHALLENGE_SECONDS],
    }),
    methods: z
      .array(z.enum(SECOND_FACTORS))
      .meta({ description: "The factors that finish the login." }),
    passkey_options: PasskeyOptionsBody.nullable(),
  })
  .meta({
    id: "SecondFactorRequired",
    description: "The password is right. A second factor finishes the login.",
  });

/** The two answers of a login's first step; `status` tells which. */
export const LoginAnswer = z
  .discriminatedUnion("status", [LoggedIn, SecondFactorRequired])
  .meta({ id: "LoginAnswer" });

export const Refreshed = z.object({ tokens: TokensBody }).meta({ id: "Refreshed" });

/** The wire form of a login that opened a session. */
export function loggedInBody(user: User, tokens: z.infer<typeof TokensBody>) {
  return { status: "logged_in" as const, user: userBody(user), tokens };
}

interface SecondFactorRequired {
  readonly challenge: string;
  readonly expiresInSeconds: number;
  readonly methods: readonly SecondFactor[];
  readonly passkeyOptions: z.infer<typeof PasskeyOptionsBody> | null;
}

/** The wire form of a login that needs a second factor. */
export function secondFactorBody(asked: SecondFactorRequired) {
  return {
    status: "second_factor_required" as const,
    challenge: asked.challenge,
    expires_in: asked.expiresInSeconds,
    methods: [...asked.methods],
    passkey_options: asked.passkeyOptions,
  };
}
