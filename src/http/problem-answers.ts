import { z } from "zod";
import { NOT_AN_AMOUNT } from "../contract/amount.ts";
import type { ErrorCode } from "../contract/error-codes.ts";
import { Problem, type ProblemError } from "../contract/problem.ts";
import { BODY_BYTES_MAX } from "../domain/bounds.ts";
import type { IdPrefix } from "../domain/ids.ts";
import { UNKNOWN_PARAMETER } from "./invalid-request.ts";
import { PROBLEMS, typeOf } from "./problem.ts";
import { headersOf, type ResponseHeader } from "./response-headers.ts";

/** What one operation's examples add to the table of problems, by code. */
export type ProblemExamples = { readonly [Code in ErrorCode]?: Partial<Problem> };

const invalid = (error: ProblemError): ProblemExamples => ({
  invalid_request: { errors: [error] },
});

/** The example of an invalid request for an operation whose path has an identifier. */
export const invalidId = (prefix: IdPrefix) =>
  invalid({
    in: "path",
    pointer: "/id",
    code: "invalid_id",
    message: `must be an identifier that begins with ${prefix}_`,
  });

/** The same for an operation that has a query only. */
export const INVALID_QUERY = invalid({
  in: "query",
  pointer: "/colour",
  code: "unknown_field",
  message: UNKNOWN_PARAMETER,
});

/** The example of a weak password in this field of the body. */
export function weakPassword(pointer = "/password"): ProblemExamples {
  const detail = "Use several uncommon words, or a password manager.";
  const error = { in: "body" as const, pointer, code: "weak_password", message: detail };
  return { weak_password: { detail, errors: [error] } };
}

const EXAMPLES: ProblemExamples = {
  ...invalid({
    in: "body",
    pointer: "/colour",
    code: "unknown_field",
    message: "is not a field of this request",
  }),
  invalid_amount: {
    errors: [{ in: "body", pointer: "/amount", code: "invalid_amount", message: NOT_AN_AMOUNT }],
  },
  body_too_large: { detail: `A body has at most ${BODY_BYTES_MAX} bytes.` },
};

/** A problem as the service answers it, with a request's id. */
function exampleOf(code: ErrorCode, own?: Partial<Problem>) {
  const { title, status, detail }: { title: string; status: number; detail?: string } =
    PROBLEMS[code];
  const value = {
    type: typeOf(code),
    title,
    status,
    ...(detail !== undefined && { detail }),
    code,
    request_id: "019abf00-5b10-7c4e-9d52-1f3a5b7c9d11",
    ...(own ?? EXAMPLES[code]),
  };
  return { summary: title, value };
}

type Example = ReturnType<typeof exampleOf>;

/** The example components of the OpenAPI document: those that an operation refers to. */
export const problemExamples = new Map<ErrorCode, Example>();

/** The example of one operation's problem: a component, unless the operation has its own. */
function exampleFor(code: ErrorCode, own?: Partial<Problem>): Example | { $ref: string } {
  if (own) return exampleOf(code, own);
  problemExamples.set(code, exampleOf(code));
  return { $ref: `#/components/examples/${code}` };
}

// Most operations share the problems of their tokens and bodies; each schema is built once.
const schemas = new Map<string, z.ZodType>();

/** A problem of one status, whose `code` is one of these. */
function schemaOf(status: number, codes: readonly ErrorCode[]): z.ZodType {
  const key = `${status} ${codes.join(" ")}`;
  const known = schemas.get(key);
  if (known) return known;
  const schema = Problem.and(z.object({ status: z.literal(status), code: z.enum(codes) }));
  schemas.set(key, schema);
  return schema;
}

const HEADERS_BY_STATUS: Readonly<Record<number, readonly ResponseHeader[]>> = {
  401: ["WWW-Authenticate"],
  415: ["Accept-Encoding"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};

/** A recorded refusal is replayed for the same Idempotency-Key. */
function problemHeaders(status: number, codes: readonly ErrorCode[], own: ProblemExamples) {
  const isRecorded = codes.some((code) => own[code]?.transaction !== undefined);
  return headersOf(
    ...(HEADERS_BY_STATUS[status] ?? []),
    ...(isRecorded ? (["Idempotency-Replayed"] as const) : []),
  );
}

interface ProblemAnswer {
  description: string;
  headers: ReturnType<typeof headersOf>;
  content: {
    "application/problem+json": {
      schema: z.ZodType;
      examples: Record<string, ReturnType<typeof exampleFor>>;
    };
  };
}

/**
 * The problems that an operation can answer, by status, for its OpenAPI responses. Each status
 * narrows `code`, so that a client's switch over it is checked.
 */
export function problemAnswers(...codes: ErrorCode[]): Record<`${number}`, ProblemAnswer> {
  return problemAnswersWith({}, ...codes);
}

/** The same with the operation's own examples. Without a body, the query is what can be invalid. */
export function problemAnswersWith(
  given: ProblemExamples,
  ...codes: ErrorCode[]
): Record<`${number}`, ProblemAnswer> {
  const own = codes.includes("malformed_json") ? given : { ...INVALID_QUERY, ...given };
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  const answers: Record<`${number}`, ProblemAnswer> = {};
  for (const [status, group] of byStatus) {
    answers[`${status}`] = {
      description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
      headers: problemHeaders(status, group, own),
      content: {
        "application/problem+json": {
          schema: schemaOf(status, group),
          examples: Object.fromEntries(group.map((code) => [code, exampleFor(code, own[code])])),
        },
      },
    };
  }
  return answers;
}
