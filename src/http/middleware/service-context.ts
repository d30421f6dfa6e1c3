import { createMiddleware } from "hono/factory";
import { readConfig } from "../../env.ts";
import { serviceContext } from "../../services/context.ts";
import type { AppEnv } from "../app-env.ts";

/** Gives services what they need; a refused configuration is a fault on every route. */
export const withServices = createMiddleware<AppEnv>(async (c, next) => {
  const later = (work: Promise<void>) => c.executionCtx.waitUntil(work);
  c.set("services", serviceContext(c.env, readConfig(c.env), later));
  await next();
});
