// A wallet's queue: bounded, in order of arrival, one batch on its way at a time. What met somebody else's
// lock waits apart, so that the wallet's other commands pass it, and is sent again until its time runs out.

import { BLOCKED, BUSY, UNKNOWN } from "../domain/command-text.ts";
import {
  BLOCKED_RETRY_MS,
  BLOCKED_RETRY_MS_MAX,
  CALL_RESERVE_MS,
  DEADLINE_CHECK_MS,
} from "../domain/limits.ts";
import { logLine } from "../log/log-line.ts";
import { wordsOfError } from "../log/redacted.ts";

export interface QueueBounds {
  /** Commands that may be in the queue, on their way or not. */
  readonly commandsMax: number;
  /** Commands sent together. */
  readonly batchMax: number;
}

/** Sends commands with the milliseconds that each may take; one outcome for each, in order. */
export type Send = (
  commands: readonly string[],
  budgetsMs: readonly number[],
) => PromiseLike<readonly string[]>;

interface Waiting {
  readonly command: string;
  /** Unix time in milliseconds at which it must be answered. */
  readonly deadlineMs: number;
  readonly settle: (outcome: string) => void;
  isOpen: boolean;
  /** Whether it is on its way. */
  isSent: boolean;
  /** How often it met a lock, and when it may be sent again. */
  blocked: number;
  dueMs: number;
}

export class WalletQueue {
  readonly #bounds: QueueBounds;
  readonly #send: Send;
  #waiting: Waiting[] = [];
  #blocked: Waiting[] = [];
  readonly #open = new Set<Waiting>();
  #isSending = false;
  /** Ends the wait for a batch whose commands are all answered; null while none is on its way. */
  #leaveBatch: (() => void) | null = null;
  #deadlineTimer: ReturnType<typeof setInterval> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(bounds: QueueBounds, send: Send) {
    this.#bounds = bounds;
    this.#send = send;
  }

  /**
   * Queues a command; resolves with its outcome within about `budgetMs` milliseconds, and never rejects.
   * Busy at once when there is no room.
   */
  submit(command: string, budgetMs: number): Promise<string> {
    if (this.#open.size >= this.#bounds.commandsMax) return Promise.resolve(BUSY);
    return new Promise((settle) => {
      const deadlineMs = Date.now() + budgetMs;
      const waiting = {
        command,
        deadlineMs,
        settle,
        isOpen: true,
        isSent: false,
        blocked: 0,
        dueMs: 0,
      };
      this.#waiting.push(waiting);
      this.#open.add(waiting);
      // A command alone needs no timer here: the writer answers in time, and else the Worker does.
      if (this.#isSending) this.#watchDeadlines();
      this.#start();
    });
  }

  #start(): void {
    if (this.#isSending) return;
    this.#isSending = true;
    // In a microtask, so that commands that arrive together leave together.
    queueMicrotask(() => void this.#sendAll());
  }

  async #sendAll(): Promise<void> {
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) {
      const left = Promise.withResolvers<void>();
      this.#leaveBatch = left.resolve;
      await Promise.race([this.#sendBatch(batch), left.promise]);
      this.#leaveBatch = null;
    }
    this.#isSending = false;
    this.#retryLater();
  }

  /** What is sent next: commands whose lock may be gone by now, then those that came since, in order. */
  #take(): Waiting[] {
    const nowMs = Date.now();
    const isDue = ({ isOpen, dueMs }: Waiting) => isOpen && dueMs <= nowMs;
    const due = this.#blocked.filter(isDue).slice(0, this.#bounds.batchMax);
    this.#blocked = this.#blocked.filter((waiting) => waiting.isOpen && !due.includes(waiting));
    const waiting = this.#waiting.filter(({ isOpen }) => isOpen);
    const room = this.#bounds.batchMax - due.length;
    this.#waiting = waiting.slice(room);
    return [...due, ...waiting.slice(0, room)];
  }

  async #sendBatch(batch: readonly Waiting[]): Promise<void> {
    const nowMs = Date.now();
    for (const waiting of batch) waiting.isSent = true;
    try {
      const outcomes = await this.#send(
        batch.map(({ command }) => command),
        batch.map(({ deadlineMs }) => Math.max(0, deadlineMs - nowMs - CALL_RESERVE_MS)),
      );
      batch.forEach((waiting, i) => {
        this.#settle(waiting, outcomes[i] ?? UNKNOWN);
      });
    } catch (error) {
      // The writer could not say what happened, so nobody above may claim to know.
      const facts = { commands: batch.length, fault: wordsOfError(error) };
      console.error(logLine("batch_outcome_unknown", facts));
      for (const waiting of batch) this.#settle(waiting, UNKNOWN);
    }
  }

  #settle(waiting: Waiting, outcome: string): void {
    waiting.isSent = false;
    if (outcome !== BLOCKED) this.#answer(waiting, outcome);
    if (!waiting.isOpen) return;
    const waitMs = Math.min(BLOCKED_RETRY_MS * 2 ** waiting.blocked++, BLOCKED_RETRY_MS_MAX);
    waiting.dueMs = Date.now() + waitMs;
    this.#blocked.push(waiting);
    this.#watchDeadlines();
  }

  #answer(waiting: Waiting, outcome: string): void {
    if (!waiting.isOpen) return;
    waiting.isOpen = false;
    this.#open.delete(waiting);
    waiting.settle(outcome);
  }

  #watchDeadlines(): void {
    this.#deadlineTimer ??= setInterval(() => this.#expire(), DEADLINE_CHECK_MS);
  }

  /** Answers what has run out of time: as busy when it is not on its way, as unknown when it is. */
  #expire(): void {
    const nowMs = Date.now();
    for (const waiting of this.#open) {
      if (nowMs >= waiting.deadlineMs) this.#answer(waiting, waiting.isSent ? UNKNOWN : BUSY);
    }
    const isUnderWay = [...this.#open].some(({ isSent }) => isSent);
    if (!isUnderWay) this.#leaveBatch?.();
    if (this.#open.size > 0) return;
    clearInterval(this.#deadlineTimer);
    this.#deadlineTimer = undefined;
  }

  #retryLater(): void {
    clearTimeout(this.#retryTimer);
    const due = this.#blocked.filter(({ isOpen }) => isOpen).map(({ dueMs }) => dueMs);
    if (due.length === 0) return;
    const waitMs = Math.max(1, Math.min(...due) - Date.now());
    this.#retryTimer = setTimeout(() => this.#start(), waitMs);
  }
}
