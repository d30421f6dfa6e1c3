import { createMiddleware } from "hono/factory";
import { URL_LENGTH_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { ApiError } from "../problem.ts";

/** Refuses a URL over its bound before anything else reads it. */
export const boundedUrl = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.url.length > URL_LENGTH_MAX) throw new ApiError("url_too_long");
  await next();
});
