// A bounded queue that delivers what waits in batches, one batch at a time, in order of arrival. Input
// gates open during I/O, so the order of commands is kept here and nowhere else.
import { faultOf } from "../db/postgres-error.ts";
import type { MoneyCommand, MoneyOutcome } from "../domain/command.ts";

export interface QueueLimits {
  /** Commands that may wait; one more is told that the queue is busy. */
  readonly waitingMax: number;
  /** Commands delivered together. */
  readonly batchMax: number;
}

/** Delivers a batch: one outcome for each command, in its order. */
export type Deliver = (commands: readonly MoneyCommand[]) => Promise<readonly MoneyOutcome[]>;

interface Waiting {
  readonly command: MoneyCommand;
  readonly settle: (outcome: MoneyOutcome) => void;
}

export class CommandQueue {
  readonly #limits: QueueLimits;
  readonly #deliver: Deliver;
  readonly #waiting: Waiting[] = [];
  #isDelivering = false;

  constructor(limits: QueueLimits, deliver: Deliver) {
    this.#limits = limits;
    this.#deliver = deliver;
  }

  /** Resolves with what became of the command; never rejects. A full queue answers busy at once. */
  submit(command: MoneyCommand): Promise<MoneyOutcome> {
    if (this.#waiting.length >= this.#limits.waitingMax) return Promise.resolve({ kind: "busy" });
    return new Promise((settle) => {
      this.#waiting.push({ command, settle });
      if (!this.#isDelivering) {
        this.#isDelivering = true;
        // In a microtask, so that commands that arrive together leave together.
        queueMicrotask(() => void this.#deliverAll());
      }
    });
  }

  async #deliverAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#limits.batchMax);
      const outcomes = await this.#outcomesOf(batch.map(({ command }) => command));
      batch.forEach(({ settle }, i) => {
        settle(outcomes[i] ?? { kind: "unknown" });
      });
    }
    this.#isDelivering = false;
  }

  async #outcomesOf(commands: readonly MoneyCommand[]): Promise<readonly MoneyOutcome[]> {
    try {
      return await this.#deliver(commands);
    } catch (error) {
      // Nobody below could say what happened, so nobody above may claim to know.
      console.error({
        event: "batch_outcome_unknown",
        commands: commands.length,
        fault: faultOf(error),
      });
      return commands.map(() => ({ kind: "unknown" }));
    }
  }
}
