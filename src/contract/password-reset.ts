import { z } from "zod";
import { CODE_TTL_SECONDS, TOKEN_LENGTH_MAX } from "../domain/bounds.ts";
import { CodeText } from "./contacts.ts";
import { EmailText } from "./email.ts";
import { PhoneText } from "./phone.ts";
import { addIssue } from "./text.ts";
import { NewPassword } from "./users.ts";

/** POST /v1/auth/password-reset. */
export const RequestPasswordReset = z
  .strictObject({ phone: PhoneText.optional(), email: EmailText.optional() })
  .superRefine(({ phone, email }, ctx) => {
    if ((phone === undefined) !== (email === undefined)) return;
    addIssue(ctx, "required", "must have exactly one of phone and email");
  })
  .meta({ id: "RequestPasswordResetRequest", description: "Exactly one of the two." });

export const ResetRequested = z
  .object({
    reset_token: z.string().meta({
      description:
        "Opaque. Send it with the code to set a new password. It does not tell whether a user was found.",
      examples: ["mpr_…"],
    }),
    expires_in: z.int().meta({
      description: "Seconds until the token and the code expire.",
      examples: [CODE_TTL_SECONDS],
    }),
  })
  .meta({ id: "ResetRequested" });

/** POST /v1/auth/password-reset/confirm. */
export const ResetPassword = z
  .strictObject({
    reset_token: z
      .string()
      .meta({
        description: "The token of POST /v1/auth/password-reset's answer.",
        examples: ["mpr_…"],
      })
      .transform((token, ctx) =>
        token.length <= TOKEN_LENGTH_MAX ? token : addIssue(ctx, "too_long", "is too long"),
      ),
    code: CodeText,
    new_password: NewPassword,
  })
  .meta({ id: "ResetPasswordRequest" });
