import { OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import type { AppEnv } from "./app-env.ts";
import { invalidRequest } from "./invalid-request.ts";
import { headersOf, type ResponseHeader } from "./response-headers.ts";

/** A router whose schemas answer with our problems; each routes/<noun>.ts fills one. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) {
        throw invalidRequest(
          result.target,
          result.error.issues,
          (result as { data?: unknown }).data,
        );
      }
    },
  });
}

/** The `security` of a route that needs an access token. */
export const BEARER = [{ access_token: [] }];

/** The `security` of a route that needs none. */
export const PUBLIC: [] = [];

/** Examples by their names, as the OpenAPI document has them. */
function namedExamples(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}

/** A JSON answer of a route with its examples, by name, and the headers of its own. */
export function jsonAnswer<S extends z.ZodType>(
  description: string,
  schema: S,
  examples: Readonly<Record<string, z.output<S>>>,
  ...headers: ResponseHeader[]
) {
  return {
    description,
    headers: headersOf(...headers),
    content: { "application/json": { schema, examples: namedExamples(examples) } },
  };
}

/** An answer without a body. */
export function emptyAnswer(description: string) {
  return { description, headers: headersOf() };
}

/** A JSON body of a route. Each example is a request that the service accepts. */
export function jsonRequest<S extends z.ZodType>(
  schema: S,
  examples: Readonly<Record<string, z.input<S>>>,
) {
  return {
    required: true as const,
    content: { "application/json": { schema, examples: namedExamples(examples) } },
  };
}

/** The header of an answer that was given before. */
export const REPLAYED = { "Idempotency-Replayed": "true" };
