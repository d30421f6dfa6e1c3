import { type Answer, isInFlight, type LostAnswer } from "./answer.ts";
import type { Call } from "./call.ts";

/**
 * Whether the call may be sent again. After an answer that says that nothing has happened: always.
 * Where something may have happened: only if the same request cannot take effect twice.
 */
export function mayRetry(call: Call, result: Answer | LostAnswer): boolean {
  if (result.kind === "lost") {
    return isPassing(result.response) && (call.isRepeatable || !result.mayHaveArrived);
  }
  const { status } = result.response;
  if (isInFlight(result)) return call.key !== null;
  if (status === 429 || result.code === "service_busy") return true;
  return status === 503 && call.isRepeatable;
}

/** Whether what stands between may let the next attempt through: it did not refuse the request. */
function isPassing(response: Response | null): boolean {
  return response === null || response.ok || response.status >= 500 || response.status === 429;
}
