import { z } from "zod";
import { EMAIL_LENGTH_MAX } from "../domain/bounds.ts";
import { parseEmail } from "../domain/email.ts";
import { addIssue } from "./text.ts";

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
    (text, ctx) => parseEmail(text) ?? addIssue(ctx, "invalid_email", "must be an e-mail address"),
  );
