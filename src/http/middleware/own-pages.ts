import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { ApiError } from "../problem.ts";

/**
 * For a route that writes and needs neither a token nor a body: a page of any origin could send
 * that request without a preflight. A browser names the page's origin, so it must be the service's
 * own, or one of CORS_ORIGINS or PASSKEY_ORIGINS. Clients that are no browser send no Origin.
 * Source: ASVS 5.0, 3.5.1.
 */
export const ownPages = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header("Origin");
  const { corsOrigins, passkeyOrigins } = c.var.services.config;
  const isAllowed =
    origin === undefined ||
    origin === new URL(c.req.url).origin ||
    corsOrigins.has(origin) ||
    passkeyOrigins.includes(origin);
  if (!isAllowed) throw new ApiError("origin_not_allowed");
  await next();
});
