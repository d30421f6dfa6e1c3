import { type Answer, isInFlight } from "./answer.ts";

/** Refusals that do not judge the request: the same one can still succeed under the same key. */
const NOT_JUDGED: ReadonlySet<string | null> = new Set(["step_up_required", "request_timeout"]);
const NOT_JUDGED_STATUSES: ReadonlySet<number> = new Set([401, 429]);

interface Refused {
  readonly status: number;
  readonly code: string | null;
}

/**
 * Whether a refusal ends the intent of its request: the service judged it, and answers the same to
 * the same key again. After another problem the same intent can be sent again.
 */
export function endsIntent({ status, code }: Refused): boolean {
  return status < 500 && !NOT_JUDGED_STATUSES.has(status) && !NOT_JUDGED.has(code);
}

/**
 * Whether the answer tells what became of the request and of all that were sent before under its
 * key: the service looks for the key's first answer before it refuses anything else.
 */
export function isDefinite(answer: Answer): boolean {
  const { response, code } = answer;
  if (response.ok) return true;
  return !isInFlight(answer) && endsIntent({ status: response.status, code });
}
