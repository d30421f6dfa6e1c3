// A wallet's queue: bounded, in order of arrival, one batch on its way at a time. Blocked commands, which met
// somebody else's lock, wait separately: others pass them, and they are sent again until their time runs out.

import {
  BLOCKED_RETRY_MS,
  BLOCKED_RETRY_MS_MAX,
  CALL_RESERVE_MS,
  DEADLINE_CHECK_MS,
} from "../domain/bounds.ts";
import {
  afterLostCall,
  BLOCKED,
  BLOCKED_AFTER_LOSS,
  BUSY,
  UNKNOWN,
} from "../domain/command-text.ts";
import { logLine, wordsOfError } from "../log/log-line.ts";
import { retryCall } from "./retry-call.ts";

export interface QueueBounds {
  /** Commands that may be in the queue, on their way or not. */
  readonly commandsMax: number;
  /** Commands sent together. */
  readonly batchMax: number;
}

/** Sends commands with the milliseconds that each may take; one outcome for each, in order. Repeated when lost. */
export type Send = (
  commands: readonly string[],
  budgetsMs: readonly number[],
) => PromiseLike<readonly string[]>;

/** A command in the queue; it is answered once. */
class Queued {
  readonly command: string;
  /** Unix time in milliseconds at which it must be answered. */
  readonly deadlineMs: number;
  readonly #settle: (outcome: string) => void;
  isOpen = true;
  /** Whether it is on its way. */
  isSent = false;
  /** Whether a call that was lost may have posted it: from then on nobody may say that nothing has happened. */
  mayBePosted = false;
  /** How often it met a lock, and when it may be sent again. */
  blocked = 0;
  dueMs = 0;

  constructor(command: string, deadlineMs: number, settle: (outcome: string) => void) {
    this.command = command;
    this.deadlineMs = deadlineMs;
    this.#settle = settle;
  }

  answer(outcome: string): void {
    if (!this.isOpen) return;
    const honest = this.mayBePosted ? afterLostCall(outcome) : outcome;
    this.isOpen = false;
    this.#settle(honest);
  }
}

const NONE: readonly Queued[] = [];

export class WalletQueue {
  readonly #bounds: QueueBounds;
  readonly #send: Send;
  /** Commands in order of arrival, those that met a lock, and those on their way. */
  #waiting: readonly Queued[] = NONE;
  #blocked: readonly Queued[] = NONE;
  #batch: readonly Queued[] = NONE;
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
    const length = this.#waiting.length + this.#blocked.length + this.#batch.length;
    if (length >= this.#bounds.commandsMax) return Promise.resolve(BUSY);
    return new Promise((settle) => {
      const queued = new Queued(command, Date.now() + budgetMs, settle);
      this.#waiting = [...this.#waiting, queued];
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
    for (this.#take(); this.#batch.length > 0; this.#take()) {
      await new Promise<void>((resolve) => {
        this.#leaveBatch = resolve;
        void this.#sendBatch(this.#batch).then(resolve);
      });
    }
    this.#leaveBatch = null;
    this.#isSending = false;
    this.#retryLater();
  }

  /** Takes what is sent next: commands whose lock may be gone by now, then those that came since, in order. */
  #take(): void {
    const { batchMax } = this.#bounds;
    let due = NONE;
    if (this.#blocked.length > 0) {
      const nowMs = Date.now();
      due = this.#blocked.filter(({ dueMs }) => dueMs <= nowMs).slice(0, batchMax);
      this.#blocked = this.#blocked.filter((queued) => !due.includes(queued));
    }
    const room = batchMax - due.length;
    const next = this.#waiting.length > room ? this.#waiting.slice(0, room) : this.#waiting;
    this.#waiting = this.#waiting.length > room ? this.#waiting.slice(room) : NONE;
    this.#batch = due.length > 0 ? [...due, ...next] : next;
  }

  async #sendBatch(batch: readonly Queued[]): Promise<void> {
    for (const queued of batch) queued.isSent = true;
    const commands = batch.map(({ command }) => command);
    const send = () => {
      const soonMs = Date.now() + CALL_RESERVE_MS;
      return this.#send(
        commands,
        batch.map(({ deadlineMs }) => Math.max(0, deadlineMs - soonMs)),
      );
    };
    try {
      const outcomes = await retryCall(send, () => {
        for (const queued of batch) queued.mayBePosted = true;
      });
      for (const [i, queued] of batch.entries()) this.#settle(queued, outcomes[i] ?? UNKNOWN);
    } catch (error) {
      // The writer could not say what happened, so nobody above may claim to know.
      const facts = { commands: batch.length, fault: wordsOfError(error) };
      console.error(logLine("batch_outcome_unknown", facts));
      for (const queued of batch) queued.answer(UNKNOWN);
    }
  }

  #settle(queued: Queued, outcome: string): void {
    queued.isSent = false;
    if (outcome === BLOCKED_AFTER_LOSS) queued.mayBePosted = true;
    else if (outcome !== BLOCKED) queued.answer(outcome);
    if (!queued.isOpen) return;
    const waitMs = Math.min(BLOCKED_RETRY_MS * 2 ** queued.blocked++, BLOCKED_RETRY_MS_MAX);
    queued.dueMs = Date.now() + waitMs;
    this.#blocked = [...this.#blocked, queued];
    this.#watchDeadlines();
  }

  #watchDeadlines(): void {
    this.#deadlineTimer ??= setInterval(() => this.#expire(), DEADLINE_CHECK_MS);
  }

  /** Answers what has run out of time: as busy when it is not on its way, as unknown when it is. */
  #expire(): void {
    const nowMs = Date.now();
    for (const queued of [...this.#waiting, ...this.#blocked, ...this.#batch]) {
      if (nowMs >= queued.deadlineMs) queued.answer(queued.isSent ? UNKNOWN : BUSY);
    }
    const isOpen = ({ isOpen }: Queued) => isOpen;
    this.#waiting = this.#waiting.filter(isOpen);
    this.#blocked = this.#blocked.filter(isOpen);
    if (!this.#batch.some(isOpen)) this.#leaveBatch?.();
    if (this.#isSending || this.#waiting.length + this.#blocked.length > 0) return;
    clearInterval(this.#deadlineTimer);
    this.#deadlineTimer = undefined;
  }

  #retryLater(): void {
    clearTimeout(this.#retryTimer);
    if (this.#blocked.length === 0) return;
    const dueMs = Math.min(...this.#blocked.map((queued) => queued.dueMs));
    this.#retryTimer = setTimeout(() => this.#start(), Math.max(1, dueMs - Date.now()));
  }
}
