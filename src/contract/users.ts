import { z } from "zod";
import { toWireId } from "../domain/ids.ts";
import {
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  USERNAME_LENGTH_MAX,
  USERNAME_LENGTH_MIN,
} from "../domain/limits.ts";
import type { User } from "../domain/user.ts";
import { idText } from "./ids.ts";
import { PhoneBody, PhoneText } from "./phone.ts";
import { complain, personText, secretText } from "./text.ts";

export const Username = personText({
  min: USERNAME_LENGTH_MIN,
  max: USERNAME_LENGTH_MAX,
  description: "How others see the person.",
  example: "Amina Saleh",
});

/** A password that is being chosen; how strong it is, the service says. */
export const NewPassword = secretText({
  min: PASSWORD_LENGTH_MIN,
  max: PASSWORD_LENGTH_MAX,
  description: "Not common, and not close to the username or the phone.",
  example: "three quiet camels at dusk",
});

/** A password that is presented: whatever its length, it is only right or wrong. */
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
    password: NewPassword.optional(),
    current_password: PresentedPassword.optional(),
  })
  .transform((body, ctx) => {
    const { username, phone, password, current_password } = body;
    if ((phone !== undefined || password !== undefined) && current_password === undefined) {
      ctx.addIssue({
        code: "custom",
        path: ["current_password"],
        message: "is required to change the phone or the password",
        params: { code: "required" },
      });
      return z.NEVER;
    }
    return username === undefined && phone === undefined && password === undefined
      ? complain(ctx, "required", "must have at least one of username, phone and password")
      : body;
  });

/** DELETE /v1/users/me. */
export const DeleteAccount = z.strictObject({ password: PresentedPassword });

export const UserBody = z
  .object({
    id: idText("usr", "The person."),
    username: z.string().meta({ examples: ["Amina Saleh"] }),
    phone: PhoneBody,
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
  })
  .meta({ id: "User", description: "A person as they see themselves." });

/** The wire form of a person, for that person alone. */
export function userBody({ id, username, phone, createdAt }: User): z.infer<typeof UserBody> {
  return { id: toWireId("usr", id), username, phone, created_at: createdAt.toISOString() };
}
