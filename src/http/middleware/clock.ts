import { createMiddleware } from "hono/factory";
import type { Clock } from "../../domain/instant.ts";
import type { AppEnv } from "../app-env.ts";

/** Sets the one clock of a request (Unix time in milliseconds), and the time of its arrival. */
export const clock = (nowMs: Clock) =>
  createMiddleware<AppEnv>(async (c, next) => {
    c.set("nowMs", nowMs);
    c.set("startedAtMs", nowMs());
    await next();
  });
