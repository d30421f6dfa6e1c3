import { z } from "zod";
import {
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  USERNAME_LENGTH_MAX,
  USERNAME_LENGTH_MIN,
} from "../domain/bounds.ts";
import { toWireId } from "../domain/ids.ts";
import { SHOWN_REASONS, shownReason } from "../domain/suspension.ts";
import { OPERATOR_ROLES, type User } from "../domain/user.ts";
import { EmailText } from "./email.ts";
import { idText } from "./ids.ts";
import { PhoneBody, PhoneText } from "./phone.ts";
import { PhoneClaimProof } from "./phone-claims.ts";
import { addIssue, personText, secretText } from "./text.ts";
import { TokensBody } from "./tokens.ts";

export const Username = personText({
  min: USERNAME_LENGTH_MIN,
  max: USERNAME_LENGTH_MAX,
  description: "The name that others see.",
  example: "Amina Saleh",
});

/** A new password. The service judges its strength. */
export const NewPassword = secretText({
  min: PASSWORD_LENGTH_MIN,
  max: PASSWORD_LENGTH_MAX,
  description: "Not common, and not close to the username or the phone.",
  example: "three quiet camels at dusk",
});

/** A current password: any length is accepted, and is right or wrong. */
export const PresentedPassword = secretText({
  min: 1,
  max: PASSWORD_LENGTH_MAX,
  description: "The current password.",
  example: "three quiet camels at dusk",
});

/** PATCH /v1/users/me. */
export const ChangeProfile = z
  .strictObject({
    username: Username.optional(),
    phone: PhoneText.optional(),
    phone_claim: PhoneClaimProof.optional(),
    email: EmailText.nullable().optional().meta({ description: "Null removes it." }),
    password: NewPassword.optional(),
    current_password: PresentedPassword.optional(),
  })
  .transform((body, ctx) => {
    const { username, current_password, ...entries } = body;
    if (entries.phone_claim && entries.phone === undefined) {
      ctx.addIssue({
        code: "custom",
        path: ["phone"],
        message: "is required with phone_claim",
        params: { code: "required" },
      });
      return z.NEVER;
    }
    // These let somebody log in, now or after a password reset.
    const opens = Object.values(entries).some((value) => value !== undefined);
    if (opens && current_password === undefined) {
      ctx.addIssue({
        code: "custom",
        path: ["current_password"],
        message: "is required to change the phone, the e-mail address or the password",
        params: { code: "required" },
      });
      return z.NEVER;
    }
    return username === undefined && !opens
      ? addIssue(ctx, "required", "must have at least one of username, phone, email and password")
      : body;
  })
  .meta({ id: "ChangeProfileRequest" });

/** DELETE /v1/users/me. */
export const DeleteAccount = z
  .strictObject({ password: PresentedPassword })
  .meta({ id: "DeleteAccountRequest" });

export const UserBody = z
  .object({
    id: idText("usr", "The user."),
    username: z.string().meta({ examples: ["Amina Saleh"] }),
    phone: PhoneBody.nullable().meta({
      description:
        "Null after another person has proven by a code that your unverified number is theirs. Set another one; until then log in with your `id` as `user_id`.",
      examples: ["+967771234567"],
    }),
    email: z
      .string()
      .nullable()
      .meta({ examples: ["amina@example.com"] }),
    phone_verified: z
      .boolean()
      .meta({ description: "Whether the user has confirmed a code that was sent there." }),
    email_verified: z.boolean(),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    role: z.enum(OPERATOR_ROLES).nullable().meta({
      description:
        "What the user may do as an operator, under `/v1/admin`; null for everybody else. It only tells: each request of an operator is checked.",
    }),
    suspension: z
      .object({
        since: z.iso.datetime(),
        reason: z
          .enum(SHOWN_REASONS)
          .nullable()
          .meta({ description: "Null when the service does not say why." }),
      })
      .nullable()
      .meta({
        description:
          "Since when the account is suspended; null when it is not. A suspended user's payments and changes are refused; reads, login, logout, the end of sessions and a password reset by code still work.",
      }),
  })
  .meta({ id: "User", description: "A user as they see themselves." });

/** The answer of PATCH /v1/users/me. */
export const ChangedProfileBody = UserBody.extend({
  tokens: TokensBody.optional().meta({
    description:
      "Only after a change of the password. They replace the tokens of this session, whose earlier refresh tokens are void. If the request came with the session's cookie, the answer sets a new cookie, and `refresh_token` is absent.",
  }),
}).meta({ id: "ChangedProfile", description: "The user's profile after a change." });

/** The wire form of a changed profile. */
export function changedProfileBody(user: User, tokens: z.infer<typeof TokensBody> | null) {
  return { ...userBody(user), ...(tokens && { tokens }) };
}

/** The wire form of a user, for that user. */
export function userBody(user: User): z.infer<typeof UserBody> {
  const { suspension } = user;
  return {
    id: toWireId("usr", user.id),
    username: user.username,
    phone: user.phone,
    email: user.email,
    phone_verified: user.isPhoneVerified,
    email_verified: user.isEmailVerified,
    created_at: user.createdAt.toISOString(),
    role: user.role === "user" ? null : user.role,
    suspension: suspension && {
      since: suspension.since.toISOString(),
      reason: shownReason(suspension.reason),
    },
  };
}
