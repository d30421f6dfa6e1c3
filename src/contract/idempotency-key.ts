import { z } from "zod";
import { IDEMPOTENCY_KEY_LENGTH_MAX } from "../domain/bounds.ts";
import { addIssue } from "./text.ts";

const VISIBLE_ASCII = /^[!-~]+$/;

/**
 * The header that makes a POST safe to repeat. The draft writes it as a quoted string; most clients
 * send it bare, so both are one key. Source: draft-ietf-httpapi-idempotency-key-header-07.
 */
export const IdempotencyKeyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .meta({
      description:
        "Makes the request safe to repeat: the same key and body get the first answer again, with " +
        "`Idempotency-Replayed: true`. Another body under the same key is refused.",
      examples: ["6f1c1f0e-7c55-4c35-9f0a-1a2b3c4d5e6f"],
    })
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

/** How an answer says that it is the first one again. */
export const IdempotencyReplayed = z.object({
  "Idempotency-Replayed": z
    .literal("true")
    .optional()
    .meta({ description: "`true` when this is the first answer to this key again." }),
});
