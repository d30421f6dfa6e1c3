import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { RATE_LIMIT_PERIOD_SECONDS } from "../../domain/bounds.ts";
import type { RATE_LIMITS } from "../../env.ts";
import type { AppEnv } from "../app-env.ts";
import { originOf } from "../origin.ts";
import { ApiError } from "../problem.ts";

/** The classes of routes, by their binding in wrangler.toml, which has the number of each. */
export type RateLimitBinding = (typeof RATE_LIMITS)[number];

/**
 * Refuses what comes too often from one source. Cloudflare counts at each of its locations, on the
 * machine that answers: asking costs no round trip, and the bound is a rough one. Production does not start
 * without the bindings (env.ts). The benchmark runs as a test in plain workerd, which has none: it measures
 * what is behind them. Nor has development a rateLimit, where one machine plays everybody.
 */
export async function rateLimit(
  c: Context<AppEnv>,
  name: RateLimitBinding,
  source: string,
): Promise<void> {
  const limiter = (c.env as Partial<Env>)[name];
  if (limiter === undefined || c.var.services.config.isDevelopment) return;
  const { success } = await limiter.limit({ key: source });
  if (success) return;
  const headers = { "Retry-After": String(RATE_LIMIT_PERIOD_SECONDS) };
  throw new ApiError("rate_limited", { headers });
}

/** Slows the routes that need no token, by the network that the edge saw. */
export const rateLimitedByNetwork = (name: RateLimitBinding) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await rateLimit(c, name, originOf(c).network);
    await next();
  });

/** Slows the routes that hash a password, by person: far fewer are asked for than other writes. */
export const rateLimitedHashing = createMiddleware<AppEnv>(async (c, next) => {
  await rateLimit(c, "HASH_RATE_LIMIT", c.var.caller.userId);
  await next();
});
