// What the service is put through, and which bound should say no.

export const WALLETS = 10_000;
const NEVER_READING = 200;

export interface Phase {
  readonly name: string;
  /** One of requests.lua. */
  readonly workload: string;
  readonly connections: number;
  readonly seconds: number;
  /** Who asks; the first of them pays the probes' transfers. */
  readonly people: readonly number[];
  /** The bound that this load is made to reach; null when every command should find room. */
  readonly bound: string | null;
  /** Clients that send and never read, beside the load. */
  readonly neverReading: number;
}

const everyone = Array.from({ length: WALLETS }, (_, i) => i + 1);
const SECONDS = 10;

const phase = (
  name: string,
  workload: string,
  connections: number,
  more: Partial<Phase> = {},
): Phase => ({
  name,
  workload,
  connections,
  seconds: SECONDS,
  people: everyone,
  bound: null,
  neverReading: 0,
  ...more,
});

/** The first is healthy. */
export const PHASES: readonly Phase[] = [
  phase("baseline", "random", 64, { seconds: 4 }),
  phase("random", "random", 1_024),
  phase("hot payer", "hot-payer", 1_024, { bound: "WALLET_QUEUE_MAX" }),
  phase("random, more", "random", 1_536),
  phase("never reading", "random", 16, { neverReading: NEVER_READING }),
  // Memory that something above had leaked would now be missing: the halves would grow again.
  phase("random, again", "random", 1_024),
];
