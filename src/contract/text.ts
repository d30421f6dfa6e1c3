import { z } from "zod";

/** Adds an issue with a code of its own, which the answer has as `errors[].code`. */
export function addIssue(ctx: z.RefinementCtx, code: string, message: string): never {
  ctx.addIssue({ code: "custom", message, params: { code } });
  return z.NEVER;
}

// Control characters, unpaired surrogates, line and paragraph separators, and marks that change the
// direction of text: with one of them a name can look like another name.
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

interface TextBounds {
  readonly min: number;
  readonly max: number;
  readonly description: string;
  readonly example: string;
}

/** Text that a user typed, in NFC and without blanks around it. Bounds count characters, not bytes. */
export function personText({ min, max, description, example }: TextBounds) {
  return z
    .string()
    .meta({ minLength: min, maxLength: max, description, examples: [example] })
    .transform((raw, ctx) => readText(raw.trim(), { min, max }, ctx));
}

/** Like personText, but blanks around the text are kept: for passwords. */
export function secretText({ min, max, description, example }: TextBounds) {
  return z
    .string()
    .meta({ minLength: min, maxLength: max, description, examples: [example], format: "password" })
    .transform((raw, ctx) => readText(raw, { min, max }, ctx));
}

function readText(
  raw: string,
  { min, max }: { min: number; max: number },
  ctx: z.RefinementCtx,
): string {
  if (UNSAFE.test(raw)) {
    return addIssue(ctx, "invalid_text", "must not contain control characters or broken Unicode");
  }
  const text = raw.normalize("NFC");
  const length = [...text].length;
  if (length < min) return addIssue(ctx, "too_short", `must have at least ${min} characters`);
  if (length > max) return addIssue(ctx, "too_long", `must have at most ${max} characters`);
  return text;
}
