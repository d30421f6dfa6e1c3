import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { BRAKE_PERIOD_SECONDS } from "../../domain/limits.ts";
import type { BRAKES } from "../../env.ts";
import type { AppEnv } from "../app-env.ts";
import { originOf } from "../origin.ts";
import { ApiError } from "../problem.ts";

/** The classes of routes, by their binding in wrangler.toml, which has the number of each. */
export type Brake = (typeof BRAKES)[number];

/**
 * Refuses what comes too often from one source. Cloudflare counts at each of its locations, on the
 * machine that answers: asking costs no round trip, and the bound is a rough one. Production does not start
 * without the bindings (env.ts). The benchmark runs as a test in plain workerd, which has none: it measures
 * what is behind them. Nor has development a brake, where one machine plays everybody.
 */
export async function brake(c: Context<AppEnv>, name: Brake, source: string): Promise<void> {
  const limiter = (c.env as Partial<Env>)[name];
  if (limiter === undefined || c.var.services.config.isDevelopment) return;
  const { success } = await limiter.limit({ key: source });
  if (success) return;
  const headers = { "Retry-After": String(BRAKE_PERIOD_SECONDS) };
  throw new ApiError("rate_limited", { headers });
}

/** Slows the routes that need no token, by the network that the edge saw. */
export const brakedByNetwork = (name: Brake) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await brake(c, name, originOf(c).network);
    await next();
  });

/** Slows the routes that hash a password, by person: far fewer are asked for than other writes. */
export const brakedHashing = createMiddleware<AppEnv>(async (c, next) => {
  await brake(c, "HASH_BRAKE", c.var.caller.userId);
  await next();
});
