// A call to an object that was moved, evicted or restarted is repeated: commands carry their own ids, so
// the books see twice the same command, never two.
import { DELIVERY_RETRY_MAX, RETRY_WAIT_MS } from "../domain/limits.ts";

interface ObjectFault {
  /** The runtime's word that the object has too much to do: more calls would only add to it. */
  overloaded?: boolean;
}

const isOverloaded = (error: unknown): boolean =>
  typeof error === "object" && error !== null && (error as ObjectFault).overloaded === true;

/** Calls until it answers, DELIVERY_RETRY_MAX times at most; then throws what the last call threw. */
export async function deliverAgain<T>(call: () => PromiseLike<unknown>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      // The runtime types an answer as something to dispose of; ours are plain data.
      return (await call()) as T;
    } catch (error) {
      if (tried >= DELIVERY_RETRY_MAX || isOverloaded(error)) throw error;
      console.warn({ event: "object_lost", tried, error: `${error}` });
      await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT_MS * 2 ** tried));
    }
  }
}
