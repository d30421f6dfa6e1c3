import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";

const WELL_FORMED = /^[A-Za-z0-9_-]{1,64}$/;

/** Names the request in its answer and in the log: the caller's own name when it is well-formed. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header("X-Request-Id");
  const id = given && WELL_FORMED.test(given) ? given : crypto.randomUUID();
  c.set("requestId", id);
  await next();
  c.res.headers.set("X-Request-Id", id);
});
