// How many passwords an isolate hashes at once: one. A hash takes 16 MiB and some 0.4 s of the only thread, so
// that two at once finish no sooner; six would end an isolate, which has 128 MB. The others wait in line, as many
// as there are places, and beyond them a caller is told to come back. Source: OWASP ASVS 5.0, 15.1.3.

/** Runs a hash when its turn has come; between two slices of it the hash awaits `pause`. */
export interface HashTurn {
  run<T>(work: (pause: () => Promise<unknown>) => Promise<T>): Promise<T>;
}

/** A place in the line, to be left when nothing more will be hashed. */
export interface HashSlot extends HashTurn {
  leave(): void;
}

const WAIT_MS = 5;
/**
 * A place that has shown no sign of life for so long counts no more. The platform ends a request whose client
 * has gone, in the middle of a hash or before it, and such a one never leaves. For the same reason
 * each waits by timers of its own, never for another request's promise.
 */
const ABANDONED_MS = 5_000;
/** The same of the one that hashes, which shows a sign of life after each slice: the others wait for it. */
const HASH_SILENT_MS = 1_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** For what is no service: scripts and tests, which have the machine to themselves. */
export const ALONE: HashTurn = { run: (work) => work(() => sleep(0)) };

interface Seen {
  seenAtMs: number;
}

/** The line of one isolate. */
export class HashQueue {
  readonly #placesMax: number;
  readonly #places = new Set<Seen>();
  #line: Seen[] = [];
  #running: Seen | null = null;

  constructor(placesMax: number) {
    this.#placesMax = placesMax;
  }

  /** A place, in which a password may be hashed, even several times; null when all are taken. */
  enter(): HashSlot | null {
    this.#forgetAbandoned();
    if (this.#places.size >= this.#placesMax) return null;
    const place: Seen = { seenAtMs: Date.now() };
    this.#places.add(place);
    return {
      run: (work) => this.#run(place, work),
      leave: () => void this.#places.delete(place),
    };
  }

  async #run<T>(place: Seen, work: Parameters<HashTurn["run"]>[0]): Promise<T> {
    const alive = async (ms: number) => {
      place.seenAtMs = Date.now();
      await sleep(ms);
      place.seenAtMs = Date.now();
    };
    place.seenAtMs = Date.now();
    try {
      while (!this.#isTurnOf(place)) await alive(WAIT_MS);
      return (await work(() => alive(0))) as T;
    } finally {
      this.#line = this.#line.filter((one) => one !== place);
      if (this.#running === place) this.#running = null;
    }
  }

  #isTurnOf(place: Seen): boolean {
    this.#forgetAbandoned();
    // Taken for abandoned, when something else has held the isolate for long.
    if (this.#running !== place && !this.#line.includes(place)) this.#line.push(place);
    if (this.#running === null && this.#line[0] === place) {
      this.#line.shift();
      this.#running = place;
    }
    return this.#running === place;
  }

  #forgetAbandoned(): void {
    const silentMs = ({ seenAtMs }: Seen) => Date.now() - seenAtMs;
    const isAbandoned = (place: Seen) => silentMs(place) > ABANDONED_MS;
    for (const place of this.#places) if (isAbandoned(place)) this.#places.delete(place);
    if (this.#running && silentMs(this.#running) > HASH_SILENT_MS) this.#running = null;
    this.#line = this.#line.filter((place) => !isAbandoned(place));
  }
}
