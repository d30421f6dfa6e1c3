import { createMiddleware } from "hono/factory";
import { readAccessToken } from "../../services/sessions/read-access-token.ts";
import type { AppEnv } from "../app-env.ts";
import { orProblem } from "../or-problem.ts";
import { ApiError } from "../problem.ts";
import { brake } from "./braked.ts";

const READS = new Set(["GET", "HEAD"]);
const BEARER = /^Bearer +(\S+)$/i;

/**
 * Reads the access token, and nothing else: whether its session still lives is asked in the same
 * round trip that reads or writes the data. Who asks too often waits. Source: RFC 6750 §2.1.
 */
export const authenticated = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header("Authorization");
  if (!header) throw new ApiError("token_missing");
  const token = BEARER.exec(header)?.[1];
  if (!token) throw new ApiError("token_invalid");
  const caller = orProblem(await readAccessToken(c.var.services, token));
  c.set("caller", caller);
  await brake(c, READS.has(c.req.method) ? "READ_BRAKE" : "WRITE_BRAKE", caller.userId);
  await next();
});
