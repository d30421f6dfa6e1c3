import type { Context } from "hono";
import { consolePageOf, DESK_PATHS, PERSON_PATHS } from "../../../console/paths.ts";
import type { AppEnv } from "../app-env.ts";
import { answerNotFound } from "../not-found.ts";
import { consolePage } from "../pages/console-page.ts";
import { createRouter } from "../routing.ts";

/** Answers a path of the console with its app, which then shows the page of the path. */
async function answerPage(c: Context<AppEnv>): Promise<Response> {
  // The path as it was sent, because the app reads it so.
  const app = consolePageOf(new URL(c.req.url).pathname);
  if (app === null) return answerNotFound(c);
  return consolePage(c.env, { app, url: c.req.url, status: 200 });
}

export const consoleRoutes = createRouter();

for (const path of [...PERSON_PATHS, ...DESK_PATHS]) consoleRoutes.get(path, answerPage);
