// What one batch adds to the counts that its first statement read: failed transactions of a user
// within the hour, and transfers to unknown recipients. It has no clock: the waits come from that
// statement.
import { FAILED_TRANSACTIONS_PER_HOUR_MAX } from "../../domain/bounds.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import { delaySecondsAfter, SOURCE_POLICY } from "../../domain/throttle.ts";
import type { Case } from "../case.ts";

const HOUR_SECONDS = 3_600;

export class BatchCounts {
  readonly #failures = new Map<string, number>();
  /** Transfers to unknown recipients that this batch records, by the key of their counter. */
  readonly recipientAttempts = new Map<string, number>();

  /**
   * The seconds until another failed transaction with this code can be recorded for the actor; 0:
   * now. At most FAILED_TRANSACTIONS_PER_HOUR_MAX are recorded within an hour.
   */
  failureWaitSeconds({ command, recentFailures }: Case, code: FailureCode): number {
    const recent = recentFailures.get(code);
    const times = (recent?.times ?? 0) + (this.#failures.get(`${command.actorId} ${code}`) ?? 0);
    if (times < FAILED_TRANSACTIONS_PER_HOUR_MAX) return 0;
    return recent ? Math.max(1, recent.waitSeconds) : HOUR_SECONDS;
  }

  /** The seconds until the actor may name another recipient; 0: now. See SOURCE_POLICY. */
  recipientWaitSeconds({ recipientCounter }: Case): number {
    if (!recipientCounter) return 0;
    const { key, tries, waitSeconds } = recipientCounter;
    const added = this.recipientAttempts.get(key) ?? 0;
    return added === 0 ? waitSeconds : delaySecondsAfter(SOURCE_POLICY, tries + added);
  }

  /** Counts a failed transaction that is recorded. */
  addFailure({ command }: Case, code: FailureCode): void {
    const key = `${command.actorId} ${code}`;
    this.#failures.set(key, (this.#failures.get(key) ?? 0) + 1);
  }

  /** Counts a recorded transfer to an unknown recipient. */
  addRecipientAttempt({ recipientCounter }: Case): void {
    if (!recipientCounter) return;
    const { key } = recipientCounter;
    this.recipientAttempts.set(key, (this.recipientAttempts.get(key) ?? 0) + 1);
  }
}
