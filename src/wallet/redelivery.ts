// A call to an object that was moved, evicted or restarted is repeated: commands carry their own ids, so
// the books see twice the same command, never two.
import type { MoneyOutcome } from "../domain/command.ts";
import { DELIVERY_RETRY_MAX, RETRY_WAIT_MS } from "../domain/limits.ts";
import { logLine } from "../log/log-line.ts";
import { wordsOfError } from "../log/redacted.ts";

interface ObjectFault {
  /** The runtime's word that the object has too much to do: more calls would only add to it. */
  overloaded?: boolean;
}

const isOverloaded = (error: unknown): boolean =>
  typeof error === "object" && error !== null && (error as ObjectFault).overloaded === true;

/**
 * What may be said of an outcome that followed a lost call. The lost call may have posted the command,
 * or still wait to: that this one met a full queue or a fault does not mean that nothing has happened.
 */
export function afterLoss(outcome: MoneyOutcome): MoneyOutcome {
  return outcome.kind === "busy" || outcome.kind === "faulty" ? { kind: "unknown" } : outcome;
}

/**
 * Calls until it answers, DELIVERY_RETRY_MAX times more at most; then throws what the last call threw.
 * `doubt` corrects an answer that came only after a loss.
 */
export async function deliverAgain<T>(
  call: () => PromiseLike<unknown>,
  doubt: (answer: T) => T = (answer) => answer,
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      // The runtime types an answer as something to dispose of; ours are plain data.
      const answer = (await call()) as T;
      return tried > 0 ? doubt(answer) : answer;
    } catch (error) {
      if (tried >= DELIVERY_RETRY_MAX || isOverloaded(error)) throw error;
      console.warn(logLine("object_lost", { tried, fault: wordsOfError(error) }));
      await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT_MS * 2 ** tried));
    }
  }
}
