import type { Answer } from "./answer.ts";

/** Answers after which the same intent goes on: the request was not judged. */
const NOT_JUDGED: ReadonlySet<string | null> = new Set([
  "step_up_required",
  "request_timeout",
  "account_suspended",
]);

const NOT_JUDGED_STATUSES: ReadonlySet<number> = new Set([401, 429]);

/** Whether the answer tells what became of the intent, so that a next request is a new one. */
export function isDefinite({ response, code }: Answer, mayHaveHappened: boolean): boolean {
  const { status, ok } = response;
  if (ok) return true;
  if (status >= 500 || NOT_JUDGED_STATUSES.has(status)) return false;
  return !NOT_JUDGED.has(code) && !(mayHaveHappened && status === 403);
}
