import type { Context } from "hono";
import {
  HEADER_LENGTH_MAX,
  IDEMPOTENCY_KEY_DESCRIPTION,
  IdempotencyKeyHeader,
} from "../contract/idempotency-key.ts";
import type { AppEnv } from "./app-env.ts";
import { invalidRequest } from "./invalid-request.ts";

const NAME = "Idempotency-Key";

/** The header as a route's `parameters` name it. */
export const IDEMPOTENCY_KEY = [
  {
    name: NAME,
    in: "header" as const,
    required: false,
    description: IDEMPOTENCY_KEY_DESCRIPTION,
    schema: {
      type: "string" as const,
      minLength: 1,
      maxLength: HEADER_LENGTH_MAX,
    },
    // No example: the reference would send it with every request, and the second would be a replay.
  },
];

/**
 * The key of a request; null without one. It is read alone: a schema of all headers would copy each
 * header out of the runtime, which takes longer than checking the token.
 */
export function idempotencyKey(c: Context<AppEnv>): string | null {
  const raw = c.req.header(NAME);
  if (raw === undefined) return null;
  const headers = { [NAME]: raw };
  const result = IdempotencyKeyHeader.safeParse(headers);
  if (!result.success) throw invalidRequest("header", result.error.issues, headers);
  return result.data[NAME] ?? null;
}
