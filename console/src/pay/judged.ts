import { endsIntent } from "@mahfaza/client";
import type { Failure } from "../api/answer.ts";

/**
 * Whether a failure is a refusal of the payment itself. The service answers the same refusal to the
 * same key again, so that another try is another payment. After other failures the key stays.
 */
export function isJudged(failure: Failure): boolean {
  return failure.kind === "problem" && endsIntent(failure.problem);
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
