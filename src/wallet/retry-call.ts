// Repeats a call to a Durable Object that was moved, evicted or restarted. This is safe, because a
// command carries its own id: the ledger recognizes a repeated command.
import { CALL_RETRY_MAX } from "../domain/bounds.ts";
import { waitBeforeRetry } from "../ledger/timers.ts";
import { errorText, logLine } from "../log/log-line.ts";

interface ObjectFault {
  /** Set by the runtime if the object has too many requests: a retry would only add to them. */
  overloaded?: boolean;
}

const isOverloaded = (error: unknown): boolean =>
  typeof error === "object" && error !== null && (error as ObjectFault).overloaded === true;

/**
 * Calls until a call returns, with up to CALL_RETRY_MAX retries; then throws the error of the last
 * call. `onLost` is called for each lost call, which may have done its work nevertheless.
 */
export async function retryCall<T>(call: () => PromiseLike<T>, onLost: () => void): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await call();
    } catch (error) {
      onLost();
      if (tried >= CALL_RETRY_MAX || isOverloaded(error)) throw error;
      console.warn(logLine("object_lost", { tried, fault: errorText(error) }));
      await waitBeforeRetry(tried);
    }
  }
}
