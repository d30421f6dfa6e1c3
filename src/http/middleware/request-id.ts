import { createMiddleware } from "hono/factory";
import { REQUEST_ID_LENGTH_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { mutableHeaders } from "./mutable-headers.ts";

const WELL_FORMED = /^[A-Za-z0-9_-]+$/;

const isWellFormed = (id: string): boolean =>
  id.length <= REQUEST_ID_LENGTH_MAX && WELL_FORMED.test(id);

/**
 * Names the request in its answer and in the log: by the caller's X-Request-Id if it is
 * well-formed. Not hono/request-id: that also accepts "=", and leaves its header out of an answer
 * that a handler made without the context.
 */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header("X-Request-Id");
  const id = given && isWellFormed(given) ? given : crypto.randomUUID();
  c.set("requestId", id);
  await next();
  mutableHeaders(c.res)?.set("X-Request-Id", id);
});
