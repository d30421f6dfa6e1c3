import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { mutableHeaders } from "./mutable-headers.ts";

/**
 * For a route that ends the session which it is called in: a browser then deletes what pages of
 * this origin have stored. Not "cache": no answer about a person is cached. Not "cookies": those of
 * other services on the domain would go too, and the session's own is cleared by its name
 * (refresh-cookie.ts). Source: ASVS 5.0, 14.3.1.
 */
export const clearBrowser = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.ok) mutableHeaders(c.res)?.set("Clear-Site-Data", '"storage"');
});
