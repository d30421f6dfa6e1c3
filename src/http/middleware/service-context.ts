import { createMiddleware } from "hono/factory";
import { type Config, ConfigurationRefused, readConfig } from "../../env.ts";
import { logLine } from "../../log/log-line.ts";
import { serviceContext } from "../../services/context.ts";
import type { AppEnv } from "../app-env.ts";
import { isLoopback } from "../loopback.ts";
import { ApiError } from "../problem.ts";

/**
 * Gives the services their context. A refused configuration is a fault on every route. Development
 * has no rate limits, so it answers on loopback hosts alone; the log tells so if it was deployed by
 * mistake.
 */
export const withServices = createMiddleware<AppEnv>(async (c, next) => {
  const later = (work: Promise<void>) => c.executionCtx.waitUntil(work);
  const { hostname } = new URL(c.req.url);
  const config = configFor(c.env, hostname);
  if (config.isDevelopment && !isLoopback(hostname)) {
    const detail = "ENVIRONMENT: development answers on localhost alone";
    console.error(logLine("configuration_refused", { detail }));
    throw new ApiError("not_found", { detail: `${detail}.` });
  }
  c.set("services", serviceContext(c.env, config, later, c.var.nowMs));
  await next();
});

/** On the developer's machine the answer says what is missing; elsewhere only the log does. */
function configFor(env: Env, hostname: string): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigurationRefused) || !isLoopback(hostname)) throw error;
    const detail = `${error.message}. Run \`npm run services\`, which writes the settings to .dev.vars.`;
    console.error(logLine("configuration_refused", { detail }));
    throw new ApiError("internal_error", { detail });
  }
}
