import { expect } from "vitest";

/** Asserts that an answer is this problem in the right form; resolves to the problem. */
export async function expectProblem(
  answer: Response | Promise<Response>,
  status: number,
  code: string,
  pointer?: string,
) {
  const response = await answer;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any JSON.
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
