import type { z } from "zod";
import type { ProblemError } from "../contract/problem.ts";
import { VALIDATION_ERRORS_MAX } from "../domain/bounds.ts";
import { issueMessage } from "./issue-message.ts";
import { ApiError } from "./problem.ts";

type Issue = z.core.$ZodIssue;
type Place = ProblemError["in"];

const PLACES = { json: "body", query: "query", param: "path", header: "header" } as const;

/** A path as a JSON Pointer (RFC 6901). A step is cut at 100 characters. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1").slice(0, 100)}`)
    .join("");
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at === undefined;
}

/** What is wrong with a parameter that the route does not have. */
export const UNKNOWN_PARAMETER = "is not a query parameter of this route";

function findings(issue: Issue, value: unknown, place: Place): Omit<ProblemError, "in">[] {
  const pointer = pointerTo(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        pointer: pointer + pointerTo([key]),
        code: "unknown_field",
        message: place === "query" ? UNKNOWN_PARAMETER : issueMessage(issue),
      }));
    case "custom": {
      const code = issue.params?.code;
      return [
        {
          pointer,
          code: typeof code === "string" ? code : "invalid_value",
          message: issue.message,
        },
      ];
    }
    default:
      if (isAbsent(value, issue.path)) {
        return [{ pointer, code: "required", message: "is required" }];
      }
      return [
        {
          pointer,
          code: issue.code === "invalid_type" ? "wrong_type" : "invalid_value",
          message: issueMessage(issue),
        },
      ];
  }
}

/**
 * Converts the issues of a schema to a problem: `invalid_amount` if all of them are about an
 * amount.
 */
export function invalidRequest(target: string, issues: readonly Issue[], value: unknown): ApiError {
  const place: Place = PLACES[target as keyof typeof PLACES] ?? "body";
  const errors = issues
    .flatMap((issue) => findings(issue, value, place))
    .slice(0, VALIDATION_ERRORS_MAX)
    .map((finding) => ({ in: place, ...finding }));
  const isAboutAmount = errors.every(({ code }) => code === "invalid_amount");
  return new ApiError(isAboutAmount ? "invalid_amount" : "invalid_request", { errors });
}
