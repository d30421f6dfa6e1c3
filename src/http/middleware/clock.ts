import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";

/** Sets the one clock of a request (Unix time in milliseconds), and the time of its arrival. */
export const clock = (nowMs: () => number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    c.set("nowMs", nowMs);
    c.set("startedAtMs", nowMs());
    await next();
  });
