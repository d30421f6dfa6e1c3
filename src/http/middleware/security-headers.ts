import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { mutableHeaders } from "./mutable-headers.ts";

/**
 * Headers for an API whose answers no page may frame, sniff, run or store. Browsers apply HSTS to
 * HTTPS alone, so that it does not affect local development. Source: OWASP REST Security Cheat
 * Sheet, ASVS 5.0 V3.4.
 */
export const SECURITY_HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
} as const;

/**
 * Sets each header that the answer does not have yet. Not hono/secure-headers: that sets no
 * Cache-Control and throws on a WebSocket's 101. The same table makes the headers of the static
 * assets.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const headers = mutableHeaders(c.res);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (headers && !headers.has(name)) headers.set(name, value);
  }
});
