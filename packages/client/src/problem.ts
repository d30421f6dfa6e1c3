import type { components } from "./schema.ts";

type ProblemBody = components["schemas"]["Problem"];

/** Each code that a problem can have. */
export type ErrorCode = ProblemBody["code"];

/** An error that the service answers (RFC 9457), as a union that `code` discriminates. */
export type Problem = {
  [Code in ErrorCode]: Omit<ProblemBody, "code"> & { code: Code };
}[ErrorCode];

/** Whether a value is a problem of the service. Its code may be newer than this client. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  const { code, status, request_id } = value as Partial<ProblemBody>;
  return typeof code === "string" && typeof status === "number" && typeof request_id === "string";
}
