import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { PREFLIGHT_TTL_SECONDS } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";

const answer = cors({
  // Asked only for an origin that is on the list: see below.
  origin: (origin) => origin,
  // Tokens travel in a header that a page sets itself; what a browser would add unasked opens nothing.
  credentials: false,
  allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
  allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "X-Request-Id"],
  exposeHeaders: ["Idempotency-Replayed", "Retry-After", "WWW-Authenticate", "X-Request-Id"],
  maxAge: PREFLIGHT_TTL_SECONDS,
});

/**
 * Lets pages of the deployment's CORS_ORIGINS call the API. To any other origin the answer is as without
 * one, so its browser keeps it to itself. Source: Fetch Standard, "CORS protocol".
 */
export const crossOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const { corsOrigins } = c.var.services.config;
  if (corsOrigins.size === 0) return next();
  const origin = c.req.header("Origin");
  if (origin !== undefined && corsOrigins.has(origin)) return answer(c, next);
  await next();
  // A cache must not give one origin's answer to another.
  c.res.headers.append("Vary", "Origin");
});
