// A wallet's queue: bounded, in order of arrival, and with one batch at the writer at a time. A
// command that is blocked by a lock of another transaction waits separately, so that later commands
// pass it, and is sent again until its deadline.
import { BLOCKED_RETRY_MS, BLOCKED_RETRY_MS_MAX, CALL_RESERVE_MS } from "../domain/bounds.ts";
import { BLOCKED, BLOCKED_MAYBE_COMMITTED, BUSY, UNKNOWN } from "../domain/command-text.ts";
import { type Clock, systemClock, type UnixMs } from "../domain/instant.ts";
import { DeadlineTimer } from "../ledger/timers.ts";
import { errorText, logLine } from "../log/log-line.ts";
import { QueuedCommand } from "./queued-command.ts";
import { retryCall } from "./retry-call.ts";

export interface QueueBounds {
  /** Commands in the queue, those at the writer included. */
  readonly commandsMax: number;
  /** Commands sent together. */
  readonly batchMax: number;
}

/**
 * Sends commands to the writer, with the milliseconds that each may take. Returns one outcome for
 * each, in order. The queue calls it again if it rejects.
 */
export type Send = (
  commands: readonly string[],
  budgetsMs: readonly number[],
) => PromiseLike<readonly string[]>;

type Commands = readonly QueuedCommand[];

const NONE: Commands = [];
const openOf = (commands: Commands): Commands => commands.filter(({ isOpen }) => isOpen);

export class WalletQueue {
  readonly #bounds: QueueBounds;
  readonly #send: Send;
  readonly #clock: Clock;
  readonly #deadlines: DeadlineTimer;
  /** In order of arrival. */
  #waiting = NONE;
  /** Blocked by a lock. */
  #blocked = NONE;
  /** Sent to the writer. */
  #batch = NONE;
  #isSending = false;
  /**
   * Stops waiting for the batch, once all its commands are answered; null while none is at the
   * writer.
   */
  #leaveBatch: (() => void) | null = null;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(bounds: QueueBounds, send: Send, clock: Clock = systemClock) {
    this.#bounds = bounds;
    this.#send = send;
    this.#clock = clock;
    this.#deadlines = new DeadlineTimer((nowMs) => this.#expire(nowMs), clock);
  }

  /**
   * Queues a command. Resolves with its outcome within about `budgetMs` milliseconds; with busy at
   * once if the queue is full. Never rejects.
   */
  submit(command: string, budgetMs: number): Promise<string> {
    const length = this.#waiting.length + this.#blocked.length + this.#batch.length;
    if (length >= this.#bounds.commandsMax) return Promise.resolve(BUSY);
    return new Promise((resolve) => {
      const queued = new QueuedCommand(command, this.#clock() + budgetMs, resolve);
      this.#waiting = [...this.#waiting, queued];
      // A single command needs no timer here: the writer answers by its deadline, or else the
      // Worker does.
      if (this.#isSending) this.#deadlines.start();
      this.#start();
    });
  }

  #start(): void {
    if (this.#isSending) return;
    this.#isSending = true;
    // In a microtask, so that commands that arrive in one turn of the event loop form one batch.
    queueMicrotask(() => void this.#sendAll());
  }

  async #sendAll(): Promise<void> {
    for (this.#takeBatch(); this.#batch.length > 0; this.#takeBatch()) {
      await new Promise<void>((resolve) => {
        this.#leaveBatch = resolve;
        void this.#sendBatch(this.#batch).then(resolve);
      });
    }
    this.#leaveBatch = null;
    this.#isSending = false;
    this.#retryLater();
  }

  /**
   * Takes the next batch: first blocked commands that are due for a retry, then waiting ones, in
   * order.
   */
  #takeBatch(): void {
    const { batchMax } = this.#bounds;
    let due = NONE;
    if (this.#blocked.length > 0) {
      const nowMs = this.#clock();
      due = this.#blocked.filter(({ retryAtMs }) => retryAtMs <= nowMs).slice(0, batchMax);
      this.#blocked = this.#blocked.filter((queued) => !due.includes(queued));
    }
    const free = batchMax - due.length;
    const next = this.#waiting.length > free ? this.#waiting.slice(0, free) : this.#waiting;
    this.#waiting = this.#waiting.length > free ? this.#waiting.slice(free) : NONE;
    this.#batch = due.length > 0 ? [...due, ...next] : next;
  }

  async #sendBatch(batch: Commands): Promise<void> {
    for (const queued of batch) queued.isSent = true;
    const commands = batch.map(({ command }) => command);
    const send = () => {
      const fromMs = this.#clock() + CALL_RESERVE_MS;
      return this.#send(
        commands,
        batch.map(({ deadlineMs }) => Math.max(0, deadlineMs - fromMs)),
      );
    };
    try {
      const outcomes = await retryCall(send, () => {
        for (const queued of batch) queued.mayBeCommitted = true;
      });
      for (const [i, queued] of batch.entries()) this.#handle(queued, outcomes[i] ?? UNKNOWN);
    } catch (error) {
      const facts = { commands: batch.length, fault: errorText(error) };
      console.error(logLine("batch_outcome_unknown", facts));
      for (const queued of batch) queued.answer(UNKNOWN);
    }
  }

  /** Answers a command with its outcome, or keeps it for a retry if it was blocked. */
  #handle(queued: QueuedCommand, outcome: string): void {
    queued.isSent = false;
    if (outcome === BLOCKED_MAYBE_COMMITTED) queued.mayBeCommitted = true;
    else if (outcome !== BLOCKED) queued.answer(outcome);
    if (!queued.isOpen) return;
    const waitMs = Math.min(BLOCKED_RETRY_MS * 2 ** queued.blockedCount++, BLOCKED_RETRY_MS_MAX);
    queued.retryAtMs = this.#clock() + waitMs;
    this.#blocked = [...this.#blocked, queued];
    this.#deadlines.start();
  }

  /** Answers expired commands: unknown if they are at the writer, otherwise busy. */
  #expire(nowMs: UnixMs): boolean {
    for (const queued of [...this.#waiting, ...this.#blocked, ...this.#batch]) {
      if (nowMs >= queued.deadlineMs) queued.answer(queued.isSent ? UNKNOWN : BUSY);
    }
    this.#waiting = openOf(this.#waiting);
    this.#blocked = openOf(this.#blocked);
    if (openOf(this.#batch).length === 0) this.#leaveBatch?.();
    return this.#isSending || this.#waiting.length + this.#blocked.length > 0;
  }

  #retryLater(): void {
    clearTimeout(this.#retryTimer);
    if (this.#blocked.length === 0) return;
    const firstMs = Math.min(...this.#blocked.map(({ retryAtMs }) => retryAtMs));
    this.#retryTimer = setTimeout(() => this.#start(), Math.max(1, firstMs - this.#clock()));
  }
}
