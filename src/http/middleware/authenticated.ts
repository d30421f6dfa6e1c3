import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { readAccessToken } from "../../services/identity/read-access-token.ts";
import type { AppEnv } from "../app-env.ts";
import { orProblem } from "../or-problem.ts";
import { ApiError } from "../problem.ts";
import { rateLimit } from "./rate-limited.ts";

const READS = new Set(["GET", "HEAD"]);
const BEARER_SCHEME = /^Bearer(?= |$)/i;
const BEARER = /^Bearer +(\S+)$/i;

/** The bearer token of the request; null when it has none, or one in the wrong form. */
export function bearerToken(c: Context<AppEnv>): string | null {
  return BEARER.exec(c.req.header("Authorization") ?? "")?.[1] ?? null;
}

/** Whether the request has an `Authorization` header of the scheme Bearer, in whatever form. */
export function usesBearer(c: Context<AppEnv>): boolean {
  return BEARER_SCHEME.test(c.req.header("Authorization") ?? "");
}

/**
 * Verifies the access token, then applies the user's rate limit. The statement that reads or writes
 * the data also checks that the session is active, which saves a round trip. Another scheme than
 * Bearer is no token: the client does not know how to authenticate here. Source: RFC 6750 §2.1 and
 * §3.1.
 */
export const authenticated = createMiddleware<AppEnv>(async (c, next) => {
  if (!usesBearer(c)) throw new ApiError("token_missing");
  const token = bearerToken(c);
  if (!token) throw new ApiError("token_invalid");
  const caller = orProblem(await readAccessToken(c.var.services, token));
  c.set("caller", caller);
  await rateLimit(
    c,
    READS.has(c.req.method) ? "READ_RATE_LIMIT" : "WRITE_RATE_LIMIT",
    caller.userId,
  );
  await next();
});
