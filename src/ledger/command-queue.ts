// A writer's bounded queue. It posts what waits in batches, one batch at a time and in order of arrival,
// and answers whatever has run out of time, also while a batch is under way.
import { faultOf } from "../db/postgres-error.ts";
import { DEADLINE_CHECK_MS } from "../domain/bounds.ts";
import { logLine } from "../log/log-line.ts";
import type { PendingCommand } from "./pending-command.ts";

export interface QueueBounds {
  /** Commands that may wait. */
  readonly waitingMax: number;
  /** Commands posted together. */
  readonly batchMax: number;
  /** Milliseconds between a batch of several commands and the next; a full batch does not wait. */
  readonly gatherMs: number;
}

/** Posts a batch. Each command is answered by the time this resolves, or is seen to by whoever resolves it. */
export type Post = (batch: readonly PendingCommand[]) => Promise<void>;

/** A change of more than balances is a transaction of its own. */
const isAlone = ({ command }: PendingCommand): boolean => command.kind !== "money";

export class CommandQueue {
  readonly #bounds: QueueBounds;
  readonly #post: Post;
  #waiting: PendingCommand[] = [];
  /** Everything that is not answered, as far as the last look: waiting, under way, or being resolved. */
  #open = new Set<PendingCommand>();
  #isPosting = false;
  #deadlineTimer: ReturnType<typeof setInterval> | undefined;

  constructor(bounds: QueueBounds, post: Post) {
    this.#bounds = bounds;
    this.#post = post;
  }

  /** Takes a command; false when there is no room for it. */
  add(pending: PendingCommand): boolean {
    if (this.#waiting.length >= this.#bounds.waitingMax) return false;
    this.#waiting.push(pending);
    this.#open.add(pending);
    this.#deadlineTimer ??= setInterval(() => this.#expire(), DEADLINE_CHECK_MS);
    this.#start();
    return true;
  }

  /** Puts commands that turned out not to be committed back to the front. */
  putBack(batch: readonly PendingCommand[]): void {
    this.#waiting.unshift(...batch.filter(({ isOpen }) => isOpen));
    this.#start();
  }

  #start(): void {
    if (this.#isPosting || this.#waiting.length === 0) return;
    this.#isPosting = true;
    // In a microtask, so that commands that arrive together leave together.
    queueMicrotask(() => void this.#postAll());
  }

  async #postAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      if (batch.length === 0) continue;
      await this.#postSafely(batch);
      if (batch.length > 1) await this.#gather();
    }
    this.#isPosting = false;
  }

  /** A mistake in the posting must not stop the queue; what it left open is answered at its deadline. */
  async #postSafely(batch: readonly PendingCommand[]): Promise<void> {
    try {
      await this.#post(batch);
    } catch (error) {
      const facts = { commands: batch.length, fault: faultOf(error) };
      console.error(logLine("batch_outcome_unknown", facts));
    }
  }

  async #gather(): Promise<void> {
    const { gatherMs, batchMax } = this.#bounds;
    if (this.#waiting.length >= batchMax) return;
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
  }

  /** The next batch: money commands up to one that is posted alone, or that one. */
  #take(): PendingCommand[] {
    const waiting = this.#waiting.filter(({ isOpen }) => isOpen);
    const first = waiting.findIndex(isAlone);
    const length = first === 0 ? 1 : Math.min(this.#bounds.batchMax, first < 0 ? Infinity : first);
    this.#waiting = waiting.slice(length);
    return waiting.slice(0, length);
  }

  #expire(): void {
    const nowMs = Date.now();
    for (const pending of this.#open) {
      pending.expire(nowMs);
      if (!pending.isOpen) this.#open.delete(pending);
    }
    if (this.#open.size > 0) return;
    clearInterval(this.#deadlineTimer);
    this.#deadlineTimer = undefined;
  }
}
