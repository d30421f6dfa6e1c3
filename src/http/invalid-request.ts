import type { z } from "zod";
import type { ProblemError } from "../contract/problem.ts";
import { ApiError } from "./problem.ts";

type Issue = z.core.$ZodIssue;

const PLACES = { json: "body", query: "query", param: "path", header: "header" } as const;
const ERRORS_MAX = 20;

function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1").slice(0, 100)}`)
    .join("");
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at === undefined;
}

function findings(issue: Issue, value: unknown): Omit<ProblemError, "in">[] {
  const pointer = pointerTo(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        pointer: pointer + pointerTo([key]),
        code: "unknown_field",
        message: "is not a field of this request",
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
      if (issue.code === "invalid_type") {
        const message = `must be of type ${issue.expected}`;
        return [{ pointer, code: "wrong_type", message }];
      }
      return [{ pointer, code: "invalid_value", message: issue.message }];
  }
}

/** Converts the issues of a schema to a problem: `invalid_amount` if all of them are about an amount. */
export function invalidRequest(target: string, issues: readonly Issue[], value: unknown): ApiError {
  const place = PLACES[target as keyof typeof PLACES] ?? "body";
  const errors = issues
    .flatMap((issue) => findings(issue, value))
    .slice(0, ERRORS_MAX)
    .map((finding) => ({ in: place, ...finding }));
  const isAboutAmount = errors.every(({ code }) => code === "invalid_amount");
  return new ApiError(isAboutAmount ? "invalid_amount" : "invalid_request", { errors });
}
