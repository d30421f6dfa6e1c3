import { z } from "zod";
import { parseEmail } from "../domain/email.ts";
import { EMAIL_LENGTH_MAX } from "../domain/limits.ts";
import { complain } from "./text.ts";

/** An e-mail address in requests. */
export const EmailText = z
  .string()
  .meta({
    format: "email",
    maxLength: EMAIL_LENGTH_MAX,
    description: "An e-mail address.",
    examples: ["amina@example.com"],
  })
  .transform(
    (text, ctx) => parseEmail(text) ?? complain(ctx, "invalid_email", "must be an e-mail address"),
  );
