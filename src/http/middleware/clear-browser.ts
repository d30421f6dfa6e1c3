import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { mutableHeaders } from "./mutable-headers.ts";

/**
 * For a route that ends the session which it is called in: a browser then deletes what pages of
 * this origin have stored. Not "cache": no answer about a person is cached. Not "cookies": none are
 * set, and those of other services on the domain would go too. Source: ASVS 5.0, 14.3.1.
 */
export const clearBrowser = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.ok) mutableHeaders(c.res)?.set("Clear-Site-Data", '"storage"');
});
