import { createMiddleware } from "hono/factory";
import { readConfig } from "../../env.ts";
import { logLine } from "../../log/log-line.ts";
import { serviceContext } from "../../services/context.ts";
import type { AppEnv } from "../app-env.ts";
import { ApiError } from "../problem.ts";

const isLoopback = (hostname: string): boolean =>
  /^(localhost|(.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/**
 * Gives the services their context. A refused configuration is a fault on every route. Development has no
 * rate limits, so it answers on loopback hosts alone; the log tells so if it was deployed by mistake.
 */
export const withServices = createMiddleware<AppEnv>(async (c, next) => {
  const later = (work: Promise<void>) => c.executionCtx.waitUntil(work);
  const config = readConfig(c.env);
  if (config.isDevelopment && !isLoopback(new URL(c.req.url).hostname)) {
    const detail = "ENVIRONMENT: development answers on localhost alone";
    console.error(logLine("configuration_refused", { detail }));
    throw new ApiError("not_found", { detail: `${detail}.` });
  }
  c.set("services", serviceContext(c.env, config, later, c.var.nowMs));
  await next();
});
