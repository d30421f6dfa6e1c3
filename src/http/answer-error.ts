import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { logLine } from "../log/log-line.ts";
import type { AppEnv } from "./app-env.ts";
import { faultFacts, faultProblem } from "./fault.ts";
import { ApiError, type ErrorCode, PROBLEMS } from "./problem.ts";
import { problemResponse } from "./problem-response.ts";

/**
 * Refusals that somebody who watches the service wants to see: each may be an attempt to get in or past.
 * An expired token is none, nor is a payment that was refused: the books have that.
 */
const WATCHED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "token_invalid",
  "invalid_credentials",
  "wrong_password",
  "code_refused",
  "second_factor_wrong",
  "passkey_invalid",
  "too_many_attempts",
  "not_wallet_owner",
  "role_required",
  "own_account",
]);

/** Answers whatever a route threw, and writes the line that it is worth. */
export function answerError(error: unknown, c: Context<AppEnv>): Response {
  const { requestId } = c.var;
  if (error instanceof ApiError) {
    if (WATCHED.has(error.code)) console.warn(requestLine("request_refused", error.code, c));
    return problemResponse(error, requestId);
  }
  if (error instanceof HTTPException && error.status < 500) {
    return problemResponse(new ApiError("invalid_request"), requestId);
  }
  const problem = faultProblem(error, c.req.method);
  console.error(requestLine("request_failed", problem.code, c, { faults: faultFacts(error) }));
  return problemResponse(problem, requestId);
}

/**
 * The log's line of a request: which request came to what, never what was in it. Its path is the route's
 * pattern, for the path itself names things.
 */
function requestLine(
  event: string,
  code: ErrorCode,
  c: Context<AppEnv>,
  facts: object = {},
): string {
  return logLine(event, {
    request_id: c.var.requestId,
    method: c.req.method,
    route: c.req.routePath,
    status: PROBLEMS[code].status,
    code,
    duration_ms: Date.now() - c.var.startedAtMs,
    ...facts,
  });
}
