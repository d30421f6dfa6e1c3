import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { PREFLIGHT_TTL_SECONDS } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { mutableHeaders } from "./mutable-headers.ts";

const allow = cors({
  // Called only for an origin on the list: see crossOrigin.
  origin: (origin) => origin,
  // A page sets its token in a header. The cookie of a session is for the service's own pages alone.
  credentials: false,
  allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
  allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "Prefer", "X-Request-Id"],
  exposeHeaders: [
    "Idempotency-Replayed",
    "Preference-Applied",
    "Retry-After",
    "WWW-Authenticate",
    "X-Request-Id",
  ],
  maxAge: PREFLIGHT_TTL_SECONDS,
});

const nothing = async () => {};

/**
 * Lets pages of the deployment's CORS_ORIGINS call the API. A browser hides the answers from pages
 * of every other origin, because they have no CORS headers. Source: Fetch Standard, "CORS
 * protocol".
 */
export const crossOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const { corsOrigins } = c.var.services.config;
  if (corsOrigins.size === 0) return next();
  const origin = c.req.header("Origin");
  const isAllowed = origin !== undefined && corsOrigins.has(origin);
  if (isAllowed && c.req.method === "OPTIONS") return allow(c, nothing);
  await next();
  const headers = mutableHeaders(c.res);
  if (!headers) return;
  if (isAllowed) await allow(c, nothing);
  // A cache must not give one origin's answer to another.
  else headers.append("Vary", "Origin");
});
