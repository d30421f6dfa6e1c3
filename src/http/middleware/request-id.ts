import { createMiddleware } from "hono/factory";
import { REQUEST_ID_LENGTH_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";

const WELL_FORMED = /^[A-Za-z0-9_-]+$/;

const isWellFormed = (id: string): boolean =>
  id.length <= REQUEST_ID_LENGTH_MAX && WELL_FORMED.test(id);

/** Names the request in its answer and in the log: the caller's own name when it is well-formed. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header("X-Request-Id");
  const id = given && isWellFormed(given) ? given : crypto.randomUUID();
  c.set("requestId", id);
  c.set("startedAtMs", Date.now());
  await next();
  c.res.headers.set("X-Request-Id", id);
});
