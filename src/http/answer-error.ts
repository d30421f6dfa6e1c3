import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { logLine } from "../log/log-line.ts";
import type { AppEnv } from "./app-env.ts";
import { faultFacts, faultProblem } from "./fault.ts";
import { ApiError, type ErrorCode, PROBLEMS } from "./problem.ts";
import { problemResponse } from "./problem-response.ts";
import { unknownOutcomeAdvice } from "./unknown-outcome.ts";

/**
 * The refusals that are logged: each may be part of an attack, or (`outcome_unknown`) needs an
 * operator. An expired token is normal, and a refused payment is in the ledger.
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
  "other_operator_required",
  "outcome_unknown",
]);

/** Turns an error that a route threw into a problem, and logs faults and suspicious refusals. */
export function answerError(error: unknown, c: Context<AppEnv>): Response {
  const { requestId } = c.var;
  if (error instanceof ApiError) {
    if (WATCHED.has(error.code)) console.warn(requestLine("request_refused", error.code, c));
    return problemResponse(advised(error, c), requestId);
  }
  if (error instanceof HTTPException && error.status < 500) {
    return problemResponse(new ApiError("invalid_request"), requestId);
  }
  const problem = faultProblem(error, c.req.method);
  console.error(requestLine("request_failed", problem.code, c, { faults: faultFacts(error) }));
  return problemResponse(advised(problem, c), requestId);
}

/** An unknown outcome with the advice for its route. */
function advised(problem: ApiError, c: Context<AppEnv>): ApiError {
  if (problem.code !== "outcome_unknown") return problem;
  return new ApiError(problem.code, { detail: unknownOutcomeAdvice(c), ...problem.extras });
}

/**
 * The log line of a request: its outcome, never its content. The path is the route's pattern,
 * because the path itself contains ids.
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
    duration_ms: c.var.nowMs() - c.var.startedAtMs,
    ...facts,
  });
}
