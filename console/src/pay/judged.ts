import type { Failure } from "../api/answer.ts";

const NOT_JUDGED: ReadonlySet<string> = new Set(["step_up_required", "request_timeout"]);
const NOT_JUDGED_STATUSES: ReadonlySet<number> = new Set([401, 429]);

/**
 * Whether a failure is a refusal of the payment itself. The service answers the same refusal to the
 * same key again, so that another try is another payment. After other failures the key stays.
 */
export function isJudged(failure: Failure): boolean {
  if (failure.kind !== "problem") return false;
  const { status, code } = failure.problem;
  return status < 500 && !NOT_JUDGED_STATUSES.has(status) && !NOT_JUDGED.has(code);
}
