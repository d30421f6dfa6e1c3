import { NOT_AN_AMOUNT } from "../contract/amount.ts";
import type { Outcome } from "../domain/outcome.ts";
import { ApiError, type ErrorCode } from "./problem.ts";

/** The value of an outcome; a refusal is thrown as its problem. */
export function orProblem<T>(outcome: Outcome<T, ErrorCode>, passwordPointer = "/password"): T {
  if (outcome.ok) return outcome.value;
  throw new ApiError(outcome.code, {
    detail: outcome.detail,
    ...(outcome.retryAfterSeconds !== undefined && {
      headers: { "Retry-After": String(outcome.retryAfterSeconds) },
    }),
    ...(outcome.code === "invalid_amount" && {
      errors: [{ in: "body", pointer: "/amount", code: "invalid_amount", message: NOT_AN_AMOUNT }],
    }),
    ...(outcome.code === "weak_password" && {
      errors: [
        {
          in: "body",
          pointer: passwordPointer,
          code: "weak_password",
          message: outcome.detail ?? "is too weak",
        },
      ],
    }),
  });
}
