// A call to an object that was moved, evicted or restarted is repeated: commands carry their own ids, so
// the ledger sees the same command twice, never two commands.
import { CALL_RETRY_MAX, RETRY_WAIT_MS } from "../domain/bounds.ts";
import { logLine, wordsOfError } from "../log/log-line.ts";

interface ObjectFault {
  /** The runtime's word that the object has too much to do: more calls would only add to it. */
  overloaded?: boolean;
}

const isOverloaded = (error: unknown): boolean =>
  typeof error === "object" && error !== null && (error as ObjectFault).overloaded === true;

/**
 * Calls until an answer comes, CALL_RETRY_MAX times more at most; then throws what the last call threw.
 * `onLost` is told of each lost call, which may have done its work all the same.
 */
export async function retryCall<T>(call: () => PromiseLike<T>, onLost: () => void): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await call();
    } catch (error) {
      onLost();
      if (tried >= CALL_RETRY_MAX || isOverloaded(error)) throw error;
      console.warn(logLine("object_lost", { tried, fault: wordsOfError(error) }));
      await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT_MS * 2 ** tried));
    }
  }
}
