import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { RATE_LIMIT_PERIOD_SECONDS } from "../../domain/bounds.ts";
import type { RATE_LIMITS } from "../../env.ts";
import type { AppEnv } from "../app-env.ts";
import { originOf } from "../origin.ts";
import { ApiError } from "../problem.ts";

/** The rate limits, by binding; wrangler.toml has the number of each. */
export type RateLimitBinding = (typeof RATE_LIMITS)[number];

/**
 * Throws `rate_limited` when one source sends too many requests. Cloudflare counts in each
 * location, on the machine that answers: the check needs no round trip, and its bound is
 * approximate. Production does not start without the bindings (env.ts). The benchmark runs in plain
 * workerd without them, to measure the service behind the limits. Development has no limits,
 * because one machine plays every user.
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

/** Limits routes without a token, by the network of the client. */
export const rateLimitedByNetwork = (name: RateLimitBinding) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await rateLimit(c, name, originOf(c).network);
    await next();
  });

/** Limits the routes that hash a password, by user: hashing costs far more than other writes. */
export const rateLimitedHashing = createMiddleware<AppEnv>(async (c, next) => {
  await rateLimit(c, "HASH_RATE_LIMIT", c.var.caller.userId);
  await next();
});
