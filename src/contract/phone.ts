import { z } from "zod";
import { PHONE_INPUT_LENGTH_MAX } from "../domain/bounds.ts";
import { phoneText } from "../domain/phone.ts";
import { addIssue } from "./text.ts";

/**
 * A phone number as a user typed or pasted it, in ASCII. A national number depends on the
 * deployment's country, so the route parses it (http/body-values.ts) once the settings are known.
 */
export const PhoneText = z
  .string()
  .meta({
    maxLength: PHONE_INPUT_LENGTH_MAX,
    description:
      "E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.",
    examples: ["+967771234567"],
  })
  .transform((raw, ctx) => {
    const text = phoneText(raw);
    return text.length <= PHONE_INPUT_LENGTH_MAX
      ? text
      : addIssue(ctx, "too_long", `must have at most ${PHONE_INPUT_LENGTH_MAX} characters`);
  });

/** A phone in answers. */
export const PhoneBody = z
  .string()
  .meta({ description: "A phone number in E.164.", examples: ["+967771234567"] });
