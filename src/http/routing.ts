import { OpenAPIHono } from "@hono/zod-openapi";
import { Problem } from "../contract/problem.ts";
import type { AppEnv } from "./app-env.ts";
import { invalidRequest } from "./invalid-request.ts";
import { type ErrorCode, PROBLEMS } from "./problem.ts";

/** A router whose schemas answer with our problems; each routes/<noun>.ts fills one. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) {
        throw invalidRequest(
          result.target,
          result.error.issues,
          (result as { data?: unknown }).data,
        );
      }
    },
  });
}

/** The bearer token, for a route's `security`. */
export const BEARER = [{ access_token: [] }];

interface JsonAnswer<S> {
  description: string;
  content: { "application/json": { schema: S } };
}

/** A JSON answer of a route, and the headers that it may carry. */
export function jsonAnswer<S>(description: string, schema: S): JsonAnswer<S>;
export function jsonAnswer<S, H>(
  description: string,
  schema: S,
  headers: H,
): JsonAnswer<S> & { headers: H };
export function jsonAnswer(description: string, schema: unknown, headers?: unknown) {
  const content = { "application/json": { schema } };
  return headers === undefined ? { description, content } : { description, content, headers };
}

/** A JSON body of a route. */
export function jsonRequest<S>(schema: S) {
  return { required: true as const, content: { "application/json": { schema } } };
}

interface ProblemAnswer {
  description: string;
  content: { "application/problem+json": { schema: typeof Problem } };
}

/** The problems a route may answer with, by status, for its OpenAPI responses. */
export function problemAnswers(...codes: ErrorCode[]): Record<`${number}`, ProblemAnswer> {
  const answers: Record<`${number}`, ProblemAnswer> = {};
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  for (const [status, group] of byStatus) {
    answers[`${status}`] = {
      description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
      content: { "application/problem+json": { schema: Problem } },
    };
  }
  return answers;
}

/** What a route may answer that is open to everybody and asks the database: it has a rateLimit. */
export const OPEN_PROBLEMS = [
  "rate_limited",
  "internal_error",
  "service_busy",
] as const satisfies ErrorCode[];

/** What every route behind a token may answer besides its own. */
export const TOKEN_PROBLEMS = [
  ...OPEN_PROBLEMS,
  "token_missing",
  "token_invalid",
  "token_expired",
  "session_ended",
] as const satisfies ErrorCode[];

/** What every operator's route may answer besides its own. */
export const OPERATOR_PROBLEMS = [
  ...TOKEN_PROBLEMS,
  "role_required",
] as const satisfies ErrorCode[];

/** The same for what changes something, which asks for a second factor. */
export const OPERATOR_CHANGE_PROBLEMS = [
  ...OPERATOR_PROBLEMS,
  "step_up_required",
] as const satisfies ErrorCode[];

/** What every route with a body may answer besides its own. */
export const BODY_PROBLEMS = [
  "malformed_json",
  "invalid_request",
  "body_too_large",
  "request_timeout",
  "unsupported_media_type",
] as const satisfies ErrorCode[];

/** On an answer that was given before. */
export const REPLAYED = { "Idempotency-Replayed": "true" };
