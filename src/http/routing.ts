import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type { AppEnv } from "./app-env.ts";
import { invalidRequest } from "./invalid-request.ts";
import { knownQuery } from "./middleware/known-query.ts";
import { headersOf, type ResponseHeader } from "./response-headers.ts";

interface RouterOptions {
  /** Queries are ignored: for checks and pages that tools call with parameters of their own. */
  readonly ignoresQueries?: boolean;
}

/** The names of a query's schema; none for a route without a query. */
function parametersOf(schema: unknown): ReadonlySet<string> {
  const object = schema instanceof z.ZodPipe ? schema.in : schema;
  if (object instanceof z.ZodPipe) return parametersOf(object);
  return new Set(object instanceof z.ZodObject ? Object.keys(object.shape) : []);
}

/** The route with a check of its query, after the route's own middleware: a token comes first. */
function withKnownQuery(route: RouteConfig): RouteConfig {
  const check = knownQuery(parametersOf(route.request?.query));
  return { ...route, middleware: [...[route.middleware ?? []].flat(), check] };
}

/** A router whose schemas answer with our problems; each routes/<noun>.ts fills one. */
export function createRouter({ ignoresQueries = false }: RouterOptions = {}): OpenAPIHono<AppEnv> {
  const router = new OpenAPIHono<AppEnv>({
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
  if (ignoresQueries) return router;
  const add = router.openapi as (route: RouteConfig, ...rest: unknown[]) => typeof router;
  const addChecked: typeof add = (route, ...rest) => add(withKnownQuery(route), ...rest);
  router.openapi = addChecked as typeof router.openapi;
  return router;
}

/** The `security` of a route that needs an access token. */
export const BEARER = [{ access_token: [] }];

/** The `security` of a route that the cookie of src/http/refresh-cookie.ts opens. */
export const REFRESH_COOKIE_SCHEME = [{ refresh_cookie: [] }];

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
export function emptyAnswer(description: string, ...headers: ResponseHeader[]) {
  return { description, headers: headersOf(...headers) };
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
