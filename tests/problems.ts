import { expect } from "vitest";

/**
 * Asserts that a response is a problem (RFC 9457) with this status and code, and returns its body.
 */
export async function expectProblem(
  answer: Response | Promise<Response>,
  status: number,
  code: string,
  pointer?: string,
) {
  const response = await answer;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads arbitrary JSON.
  const problem = (await response.json()) as any;
  expect({ status: response.status, code: problem.code }).toEqual({ status, code });
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(problem).toMatchObject({ status, type: `/docs/problems#${code}` });
  expect(problem.title).toEqual(expect.any(String));
  expect(problem.request_id).toBe(response.headers.get("X-Request-Id"));
  if (status === 401) expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer /);
  if (status === 429 || status === 503)
    expect(response.headers.get("Retry-After")).toMatch(/^\d+$/);
  if (pointer !== undefined) {
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  }
  return problem;
}
