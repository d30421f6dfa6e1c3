import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { missingPageOf, withoutSlash } from "../../console/paths.ts";
import type { AppEnv } from "./app-env.ts";
import { consolePage } from "./pages/console-page.ts";
import { ApiError } from "./problem.ts";
import { problemResponse } from "./problem-response.ts";

/** Paths of the API and of its documentation: whatever is missing there is a problem. */
const API = /^\/(v1|docs|healthz|readyz|openapi\.json)(\/|$)/;
const HTML = "text/html";
const JSON_TYPES = ["application/problem+json", "application/json"];

const isRead = ({ req: { method } }: Context<AppEnv>) => method === "GET" || method === "HEAD";

/** Whether a browser asks for a page. Other clients accept anything, or JSON. */
function wantsPage(c: Context<AppEnv>): boolean {
  if (!isRead(c)) return false;
  const supports = [HTML, ...JSON_TYPES];
  return accepts(c, { header: "Accept", supports, default: "application/problem+json" }) === HTML;
}

/**
 * The answer to a path that does not exist: the console's page for people, else a problem. A page
 * of the console with a slash at its end is redirected to the page.
 */
export async function answerNotFound(c: Context<AppEnv>): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const path = isRead(c) ? withoutSlash(pathname) : null;
  if (path !== null) return c.redirect(path + search, 308);
  if (!API.test(pathname) && wantsPage(c)) {
    const app = missingPageOf(pathname);
    const page = await consolePage(c.env, { app, url: c.req.url, status: 404 });
    if (page.status === 404) return page;
  }
  return problemResponse(new ApiError("not_found"), c.var.requestId);
}
