import { z } from "zod";
import { IDEMPOTENCY_KEY_LENGTH_MAX } from "../domain/bounds.ts";
import { addIssue } from "./text.ts";

/** The header in the OpenAPI document. */
export const IDEMPOTENCY_KEY_DESCRIPTION =
  "Makes the request safe to repeat. The same key and body get the first answer again, with " +
  "`Idempotency-Replayed: true`. Another body under the same key is refused.";

const VISIBLE_ASCII = /^[!-~]+$/;

/**
 * The header that makes a POST safe to repeat. The draft writes it as a quoted string; most clients
 * send it without quotes. Both forms are the same key. Source: draft-ietf-httpapi-idempotency-key-header-07.
 */
export const IdempotencyKeyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .transform((raw, ctx) => {
      const key = /^"(.*)"$/.exec(raw)?.[1] ?? raw;
      return VISIBLE_ASCII.test(key) && key.length <= IDEMPOTENCY_KEY_LENGTH_MAX
        ? key
        : addIssue(
            ctx,
            "invalid_idempotency_key",
            `must be 1 to ${IDEMPOTENCY_KEY_LENGTH_MAX} visible ASCII characters`,
          );
    })
    .optional(),
});
