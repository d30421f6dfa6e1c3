// The two waits of the queues: before a retry, and for the deadlines of commands.
import { DEADLINE_CHECK_MS, RETRY_WAIT_MS, RETRY_WAIT_MS_MAX } from "../domain/bounds.ts";
import { type Clock, systemClock, type UnixMs } from "../domain/instant.ts";

/**
 * Waits RETRY_WAIT_MS before the first retry (`tried` 0) and twice as long before each next one,
 * with a maximum.
 */
export function waitBeforeRetry(tried: number): Promise<void> {
  const ms = Math.min(RETRY_WAIT_MS * 2 ** Math.min(tried, 10), RETRY_WAIT_MS_MAX);
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Expires the commands of a queue every DEADLINE_CHECK_MS, as long as the queue has commands. */
export class DeadlineTimer {
  readonly #expire: (nowMs: UnixMs) => boolean;
  readonly #clock: Clock;
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * `expire` answers the commands whose deadline has passed, and returns whether any command is
   * left.
   */
  constructor(expire: (nowMs: UnixMs) => boolean, clock: Clock = systemClock) {
    this.#expire = expire;
    this.#clock = clock;
  }

  /** Starts the timer, unless it is running. It stops by itself. */
  start(): void {
    this.#timer ??= setInterval(() => {
      if (this.#expire(this.#clock())) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    }, DEADLINE_CHECK_MS);
  }
}
