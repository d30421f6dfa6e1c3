// A bounded queue that delivers what waits in batches, one batch at a time. Each line keeps its order of
// arrival, and lines take turns. Input gates open during I/O, so the order of commands is kept here.
import { faultOf } from "../db/postgres-error.ts";
import type { MoneyCommand, MoneyOutcome } from "../domain/command.ts";
import { logLine } from "../log/log-line.ts";

export interface QueueLimits {
  /**
   * Commands that may wait, in all lines. No line may be longer than the room that is left: alone it has
   * half of all, and whatever the long ones do, another finds room.
   */
  readonly waitingMax: number;
  /** Commands delivered together. */
  readonly batchMax: number;
  /**
   * Milliseconds between a batch of several commands and the next: those that were answered may hold more
   * and send it on, and one batch is made of what would be two. A full batch does not wait.
   */
  readonly gatherMs?: number;
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
  readonly #lines = new Map<string, Waiting[]>();
  #waiting = 0;
  #isDelivering = false;

  constructor(limits: QueueLimits, deliver: Deliver) {
    this.#limits = limits;
    this.#deliver = deliver;
  }

  /**
   * Queues a command in a line of this name. Resolves with what became of it; never rejects. Without room
   * for it in this line, the answer is busy at once.
   */
  submit(command: MoneyCommand, lineName = ""): Promise<MoneyOutcome> {
    const line = this.#lines.get(lineName) ?? [];
    const room = this.#limits.waitingMax - this.#waiting;
    if (line.length >= room) return Promise.resolve({ kind: "busy" });
    return new Promise((settle) => {
      line.push({ command, settle });
      this.#lines.set(lineName, line);
      this.#waiting++;
      if (!this.#isDelivering) {
        this.#isDelivering = true;
        // In a microtask, so that commands that arrive together leave together.
        queueMicrotask(() => void this.#deliverAll());
      }
    });
  }

  async #deliverAll(): Promise<void> {
    while (this.#waiting > 0) {
      const batch = this.#take();
      const outcomes = await this.#outcomesOf(batch.map(({ command }) => command));
      batch.forEach(({ settle }, i) => {
        settle(outcomes[i] ?? { kind: "unknown" });
      });
      if (batch.length > 1) await this.#gather();
    }
    this.#isDelivering = false;
  }

  async #gather(): Promise<void> {
    const { gatherMs, batchMax } = this.#limits;
    if (gatherMs === undefined || this.#waiting >= batchMax) return;
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
  }

  /** The next batch: one command of each line in turn, until it is full or nothing waits. */
  #take(): Waiting[] {
    const batch: Waiting[] = [];
    // A Map shows what is added while it is walked: a line that has more goes behind the others.
    for (const [name, line] of this.#lines) {
      if (batch.length === this.#limits.batchMax) break;
      this.#lines.delete(name);
      const first = line.shift();
      if (first) batch.push(first);
      if (line.length > 0) this.#lines.set(name, line);
    }
    this.#waiting -= batch.length;
    return batch;
  }

  async #outcomesOf(commands: readonly MoneyCommand[]): Promise<readonly MoneyOutcome[]> {
    try {
      return await this.#deliver(commands);
    } catch (error) {
      // Nobody below could say what happened, so nobody above may claim to know.
      const facts = { commands: commands.length, fault: faultOf(error) };
      console.error(logLine("batch_outcome_unknown", facts));
      return commands.map(() => ({ kind: "unknown" }));
    }
  }
}
