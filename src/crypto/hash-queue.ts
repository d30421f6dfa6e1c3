// Limits how many passwords an isolate hashes at once to one. A hash takes 16 MiB and about 0.4 s
// of the only thread, so two concurrent hashes finish no sooner, and six exceed the 128 MB of an
// isolate. Other hashes wait in a queue with a fixed number of slots; when all are taken, the
// caller refuses the request with Retry-After. Source: OWASP ASVS 5.0, 15.1.3.

import { type Clock, systemClock } from "../domain/instant.ts";

/**
 * Runs a hash when it is first in the queue. The hash must await `pause` after each slice of its
 * work.
 */
export interface HashTurn {
  run<T>(work: (pause: () => Promise<unknown>) => Promise<T>): Promise<T>;
}

/** A slot of the queue. Its owner may run several hashes in it and must release it afterwards. */
export interface HashSlot extends HashTurn {
  release(): void;
}

const WAIT_MS = 5;
/**
 * A slot whose owner has not run for this long is freed. The platform stops a request whose client
 * has disconnected, even in the middle of a hash, and a stopped request never releases its slot.
 * For the same reason each waiting request polls with its own timers and never awaits a promise of
 * another request.
 */
const ABANDONED_MS = 5_000;
/**
 * The same bound for the running hash, which runs after every slice; it is shorter because others
 * wait.
 */
const HASH_SILENT_MS = 1_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Hashes at once, without a queue: for scripts and tests, which share their process with no
 * requests.
 */
export const UNQUEUED: HashTurn = { run: (work) => work(() => sleep(0)) };

interface Slot {
  /** When the slot's owner last ran: Unix time in milliseconds. */
  activeAtMs: number;
}

/** The queue of one isolate. */
export class HashQueue {
  readonly #slotsMax: number;
  readonly #clock: Clock;
  readonly #slots = new Set<Slot>();
  #waiting: Slot[] = [];
  #running: Slot | null = null;

  constructor(slotsMax: number, clock: Clock = systemClock) {
    this.#slotsMax = slotsMax;
    this.#clock = clock;
  }

  /** Takes a slot; null when all are taken. */
  takeSlot(): HashSlot | null {
    this.#freeAbandoned();
    if (this.#slots.size >= this.#slotsMax) return null;
    const slot: Slot = { activeAtMs: this.#clock() };
    this.#slots.add(slot);
    return {
      run: (work) => this.#run(slot, work),
      release: () => void this.#slots.delete(slot),
    };
  }

  async #run<T>(slot: Slot, work: Parameters<HashTurn["run"]>[0]): Promise<T> {
    const pause = async (ms: number) => {
      slot.activeAtMs = this.#clock();
      await sleep(ms);
      slot.activeAtMs = this.#clock();
    };
    slot.activeAtMs = this.#clock();
    try {
      while (!this.#takesTurn(slot)) await pause(WAIT_MS);
      return (await work(() => pause(0))) as T;
    } finally {
      this.#waiting = this.#waiting.filter((one) => one !== slot);
      if (this.#running === slot) this.#running = null;
    }
  }

  /** Makes the slot the running one if it is first in the queue; returns whether it is running. */
  #takesTurn(slot: Slot): boolean {
    this.#freeAbandoned();
    // A new slot joins the queue here. So does one that was wrongly freed, because other work had
    // blocked the isolate for longer than ABANDONED_MS.
    if (this.#running !== slot && !this.#waiting.includes(slot)) this.#waiting.push(slot);
    if (this.#running === null && this.#waiting[0] === slot) {
      this.#waiting.shift();
      this.#running = slot;
    }
    return this.#running === slot;
  }

  #freeAbandoned(): void {
    const silentMs = ({ activeAtMs }: Slot) => this.#clock() - activeAtMs;
    const isAbandoned = (slot: Slot) => silentMs(slot) > ABANDONED_MS;
    for (const slot of this.#slots) if (isAbandoned(slot)) this.#slots.delete(slot);
    if (this.#running && silentMs(this.#running) > HASH_SILENT_MS) this.#running = null;
    this.#waiting = this.#waiting.filter((slot) => !isAbandoned(slot));
  }
}
