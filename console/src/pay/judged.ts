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

const OF_THE_QUOTE: ReadonlySet<string> = new Set(["quote_expired", "quote_used"]);

/**
 * Whether a payment by quote can be made with the next quote as it is: the one before had lapsed, or
 * the service did not judge it, for example because of too many requests.
 */
export function isMendedByQuote(failure: Failure): boolean {
  if (!isJudged(failure)) return true;
  return failure.kind === "problem" && OF_THE_QUOTE.has(failure.problem.code);
}
