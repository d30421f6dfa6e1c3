import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { BRAKE_PERIOD_SECONDS } from "../../domain/limits.ts";
import type { AppEnv } from "../app-env.ts";
import { originOf } from "../origin.ts";
import { ApiError } from "../problem.ts";

/** The classes of routes, by their binding in wrangler.toml, which has the number of each. */
export type Brake = "REGISTRATION_BRAKE" | "AUTH_BRAKE" | "WRITE_BRAKE" | "READ_BRAKE";

/**
 * Refuses what comes too often from one source. Cloudflare counts at each of its locations, on the
 * machine that answers: asking costs no round trip, and the bound is a rough one. A deployment without
 * the bindings has no brake, as the benchmark in plain workerd, which measures what is behind it; nor has
 * development, where one machine plays everybody.
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
