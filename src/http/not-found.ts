import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { AppEnv } from "./app-env.ts";
import { consolePage } from "./pages/console-page.ts";
import { ApiError } from "./problem.ts";
import { problemResponse } from "./problem-response.ts";

/** Paths of the API and of its documentation: whatever is missing there is a problem. */
const API = /^\/(v1|docs|healthz|readyz|openapi\.json)(\/|$)/;
const HTML = "text/html";
const JSON_TYPES = ["application/problem+json", "application/json"];

/** Whether a browser asks for a page. Other clients accept anything, or JSON. */
function wantsPage(c: Context<AppEnv>): boolean {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return false;
  const supports = [HTML, ...JSON_TYPES];
  return accepts(c, { header: "Accept", supports, default: "application/problem+json" }) === HTML;
}

/** The answer to a path that does not exist: the console's page for people, else a problem. */
export async function answerNotFound(c: Context<AppEnv>): Promise<Response> {
  if (!API.test(new URL(c.req.url).pathname) && wantsPage(c)) {
    const page = await consolePage(c.env, { app: "index", url: c.req.url, status: 404 });
    if (page.status === 404) return page;
  }
  return problemResponse(new ApiError("not_found"), c.var.requestId);
}
