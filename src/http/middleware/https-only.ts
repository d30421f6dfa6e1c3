import { createMiddleware } from "hono/factory";
import { consolePageOf, withoutSlash } from "../../../console/paths.ts";
import type { AppEnv } from "../app-env.ts";
import { isLoopback } from "../loopback.ts";
import { ApiError } from "../problem.ts";

const DOCS = /^\/docs(\/.*)?$/;

/** Whether a person opens it in a browser. A client of the API opens none of these. */
const isPage = ({ pathname }: URL): boolean =>
  DOCS.test(pathname) || consolePageOf(pathname) !== null || withoutSlash(pathname) !== null;

/**
 * Refuses plain HTTP, except on the developer's own machine. A page is redirected to HTTPS; a
 * client of the API is not, because it would go on to send its tokens in clear and nobody would
 * notice. Source: ASVS 5.0, 4.1.2.
 */
export const httpsOnly = createMiddleware<AppEnv>(async (c, next) => {
  const url = new URL(c.req.url);
  if (url.protocol === "https:" || isLoopback(url.hostname)) return next();
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  if (!isRead || !isPage(url)) throw new ApiError("https_required");
  url.protocol = "https:";
  return c.redirect(url.href, 301);
});
