import { z } from "zod";
import { IDEMPOTENCY_KEY_LENGTH_MAX } from "../domain/bounds.ts";
import { addIssue } from "./text.ts";

/** The longest header: two quotes around a key of which each character is escaped. */
export const HEADER_LENGTH_MAX = 2 * IDEMPOTENCY_KEY_LENGTH_MAX + 2;

/** The header in the OpenAPI document. */
export const IDEMPOTENCY_KEY_DESCRIPTION =
  "Makes the request safe to repeat. The same key and body get the first answer again, with " +
  "`Idempotency-Replayed: true`. Another body under the same key is refused.";

const VISIBLE_ASCII = /^[!-~]+$/;
// RFC 9651 §3.3.3: of the signs in a String only the quote and the backslash are escaped.
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;

/** The key in a value; null for one that begins like a String of RFC 9651 and is none. */
function keyOf(raw: string): string | null {
  if (!raw.startsWith('"')) return raw;
  return QUOTED.exec(raw)?.[1]?.replace(/\\(.)/g, "$1") ?? null;
}

/**
 * The header that makes a POST safe to repeat. The draft writes it as a quoted string (a String of
 * RFC 9651); most clients send it without quotes. Both forms are the same key. A header that is
 * sent twice arrives as one value with a blank, which no key has. Source:
 * draft-ietf-httpapi-idempotency-key-header-07.
 */
export const IdempotencyKeyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .transform((raw, ctx) => {
      const key = raw.length <= HEADER_LENGTH_MAX ? keyOf(raw) : null;
      return key !== null && VISIBLE_ASCII.test(key) && key.length <= IDEMPOTENCY_KEY_LENGTH_MAX
        ? key
        : addIssue(
            ctx,
            "invalid_idempotency_key",
            `must be sent once, as 1 to ${IDEMPOTENCY_KEY_LENGTH_MAX} visible ASCII characters, with or without quotes around them`,
          );
    })
    .optional(),
});
