import { createRoute, type RouteConfig } from "@hono/zod-openapi";

/**
 * The POST that does the same as a DELETE with a body, at the path of the DELETE and `/delete`. A
 * proxy or a client library may drop the body of a DELETE. Its type is that of the DELETE, so that
 * both have one handler: parameters, body and answers are the same. Source: RFC 9110 §9.3.5.
 */
export function postTwin<R extends RouteConfig & { readonly method: "delete" }>(route: R): R {
  const { operationId, summary, description, ...rest }: RouteConfig = route;
  const twin = createRoute({
    ...rest,
    method: "post",
    path: `${route.path}/delete`,
    operationId: `${operationId}ByPost`,
    summary: `${summary}, by POST`,
    description: `${description} It does what the DELETE does, for clients whose DELETE arrives without its body.`,
  });
  return twin as unknown as R;
}
