// A writer's bounded queue. It posts waiting commands in batches, in order of arrival and one batch
// at a time. It answers a command whose deadline has passed, also during a batch.
import { faultOf } from "../db/postgres-error.ts";
import type { UnixMs } from "../domain/instant.ts";
import { logLine } from "../log/log-line.ts";
import type { PendingCommand } from "./pending-command.ts";
import { DeadlineTimer } from "./timers.ts";

export interface QueueBounds {
  /** Commands that may wait. */
  readonly waitingMax: number;
  /** Commands posted together. */
  readonly batchMax: number;
  /**
   * Milliseconds between a batch of several commands and the next; a full batch is posted at once.
   */
  readonly batchWaitMs: number;
}

/**
 * Posts a batch. When it resolves, each command is answered, or is being resolved and will be
 * answered or put back.
 */
export type Post = (batch: readonly PendingCommand[]) => Promise<void>;

/** A command that changes more than balances is posted in a transaction of its own. */
const isAlone = ({ command }: PendingCommand): boolean => command.kind !== "money";

export class CommandQueue {
  readonly #bounds: QueueBounds;
  readonly #post: Post;
  readonly #deadlines = new DeadlineTimer((nowMs) => this.#expire(nowMs));
  #waiting: PendingCommand[] = [];
  /**
   * All commands without an answer: waiting, being posted, or being resolved. Answered ones leave
   * it later.
   */
  #open = new Set<PendingCommand>();
  #isPosting = false;

  constructor(bounds: QueueBounds, post: Post) {
    this.#bounds = bounds;
    this.#post = post;
  }

  /** Adds a command; false if the queue is full. */
  add(pending: PendingCommand): boolean {
    if (this.#waiting.length >= this.#bounds.waitingMax) return false;
    this.#waiting.push(pending);
    this.#open.add(pending);
    this.#deadlines.start();
    this.#start();
    return true;
  }

  /** Puts commands that turned out not to be committed back at the front of the queue. */
  putBack(batch: readonly PendingCommand[]): void {
    this.#waiting.unshift(...batch.filter(({ isOpen }) => isOpen));
    this.#start();
  }

  #start(): void {
    if (this.#isPosting || this.#waiting.length === 0) return;
    this.#isPosting = true;
    // In a microtask, so that commands that arrive in one turn of the event loop form one batch.
    queueMicrotask(() => void this.#postAll());
  }

  async #postAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      if (batch.length === 0) continue;
      await this.#postSafely(batch);
      if (batch.length > 1) await this.#waitForMore();
    }
    this.#isPosting = false;
  }

  /**
   * A fault in `post` must not stop the queue. The commands that it left open expire at their
   * deadline.
   */
  async #postSafely(batch: readonly PendingCommand[]): Promise<void> {
    try {
      await this.#post(batch);
    } catch (error) {
      const facts = { commands: batch.length, fault: faultOf(error) };
      console.error(logLine("batch_outcome_unknown", facts));
    }
  }

  async #waitForMore(): Promise<void> {
    const { batchWaitMs, batchMax } = this.#bounds;
    if (this.#waiting.length >= batchMax) return;
    await new Promise((resolve) => setTimeout(resolve, batchWaitMs));
  }

  /**
   * Takes the next batch: money commands up to the next command that is posted alone, or that one
   * command.
   */
  #takeBatch(): PendingCommand[] {
    const waiting = this.#waiting.filter(({ isOpen }) => isOpen);
    const first = waiting.findIndex(isAlone);
    const length = first === 0 ? 1 : Math.min(this.#bounds.batchMax, first < 0 ? Infinity : first);
    this.#waiting = waiting.slice(length);
    return waiting.slice(0, length);
  }

  #expire(nowMs: UnixMs): boolean {
    for (const pending of this.#open) {
      pending.expire(nowMs);
      if (!pending.isOpen) this.#open.delete(pending);
    }
    return this.#open.size > 0;
  }
}
