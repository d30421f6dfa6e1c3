import { z } from "zod";
import { visibleLength, withoutInvisible } from "../domain/visible-text.ts";

/** Adds an issue with a code of its own, which the answer has as `errors[].code`. */
export function addIssue(ctx: z.RefinementCtx, code: string, message: string): never {
  ctx.addIssue({ code: "custom", message, params: { code } });
  return z.NEVER;
}

// Control characters, unpaired surrogates, line and paragraph separators, and marks that change the
// direction of text: with one of them a name can look like another name.
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;
// The implicit direction marks, and characters without a meaning that others know.
const UNSAFE_IN_TEXT =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

interface TextBounds {
  readonly min: number;
  readonly max: number;
  readonly description: string;
  readonly example: string;
}

/**
 * Text that a user typed, in NFC, without blanks, direction marks and invisible characters around
 * it. Invisible characters inside are removed unless a script needs them. `min` counts characters
 * that can be seen, `max` counts characters as they are stored. Sources: RFC 8264 §4.3, RFC 8266.
 */
export function personText({ min, max, description, example }: TextBounds) {
  return z
    .string()
    .meta({ minLength: min, maxLength: max, description, examples: [example] })
    .transform((raw, ctx) => {
      const text = withoutInvisible(raw).normalize("NFC");
      if (UNSAFE_IN_TEXT.test(text)) return addIssue(ctx, "invalid_text", NOT_TEXT);
      if (visibleLength(text) < min) {
        return addIssue(
          ctx,
          "too_short",
          `must have at least ${min} visible ${min === 1 ? "character" : "characters"}`,
        );
      }
      return atMost(text, max, ctx);
    });
}

const NOT_TEXT =
  "must not contain control characters, broken Unicode, private characters, or direction marks inside";

/** Text in NFC that is kept as it was typed: for passwords. Bounds count characters, not bytes. */
export function secretText({ min, max, description, example }: TextBounds) {
  return z
    .string()
    .meta({ minLength: min, maxLength: max, description, examples: [example], format: "password" })
    .transform((raw, ctx) => {
      if (UNSAFE.test(raw)) {
        const message = "must not contain control characters or broken Unicode";
        return addIssue(ctx, "invalid_text", message);
      }
      const text = raw.normalize("NFC");
      if ([...text].length < min) {
        return addIssue(ctx, "too_short", `must have at least ${min} characters`);
      }
      return atMost(text, max, ctx);
    });
}

function atMost(text: string, max: number, ctx: z.RefinementCtx): string {
  return [...text].length <= max
    ? text
    : addIssue(ctx, "too_long", `must have at most ${max} characters`);
}
