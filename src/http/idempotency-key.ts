import type { Context } from "hono";
import { IdempotencyKeyHeader } from "../contract/idempotency-key.ts";
import type { AppEnv } from "./app-env.ts";
import { invalidRequest } from "./invalid-request.ts";

const NAME = "Idempotency-Key";
const { description, examples } = IdempotencyKeyHeader.shape[NAME].meta() ?? {};

/** The header as a route's `parameters` name it. */
export const IDEMPOTENCY_KEY = [
  {
    name: NAME,
    in: "header" as const,
    required: false,
    description: `${description}`,
    schema: { type: "string" as const },
    example: (examples as string[] | undefined)?.[0],
  },
];

/**
 * The key of a request; null without one. Read by itself: a schema of all headers would have each of them
 * copied out of the runtime, which takes longer than checking the token.
 */
export function idempotencyKey(c: Context<AppEnv>): string | null {
  const raw = c.req.header(NAME);
  if (raw === undefined) return null;
  const headers = { [NAME]: raw };
  const result = IdempotencyKeyHeader.safeParse(headers);
  if (!result.success) throw invalidRequest("header", result.error.issues, headers);
  return result.data[NAME] ?? null;
}
