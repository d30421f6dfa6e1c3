import { z } from "zod";
import { readDigits } from "../domain/ascii-text.ts";
import { CODE_DIGITS, CODE_TTL_SECONDS } from "../domain/bounds.ts";
import { CHANNELS } from "../domain/contact.ts";
import { addIssue } from "./text.ts";

/** The path parameter of `/v1/users/me/contacts/{channel}`. */
export const ChannelParam = z.object({
  channel: z.enum(CHANNELS).meta({ description: "The contact to verify.", examples: ["phone"] }),
});

/** A code from a message, in digits of any script. Blanks and hyphens are ignored. */
export const CodeText = z
  .string()
  .meta({ description: "The code of the last message.", examples: ["48151623"] })
  .transform(
    (text, ctx) =>
      readDigits(text, CODE_DIGITS) ??
      addIssue(ctx, "invalid_code", `must have ${CODE_DIGITS} digits`),
  );

/** POST /v1/users/me/contacts/{channel}/verification/confirm. */
export const VerifyContact = z
  .strictObject({ code: CodeText })
  .meta({ id: "VerifyContactRequest" });

/** The answer after a code was requested. */
export const CodeSent = z
  .object({
    expires_in: z
      .int()
      .meta({ description: "Seconds until the code expires.", examples: [CODE_TTL_SECONDS] }),
  })
  .meta({ id: "CodeSent" });

export const CODE_SENT: z.infer<typeof CodeSent> = { expires_in: CODE_TTL_SECONDS };
