// The phases of overload, and the bound that each should reach.

export const WALLETS = 10_000;
const NEVER_READING = 200;

export interface Phase {
  readonly name: string;
  /** The name of a workload in requests.lua. */
  readonly workload: string;
  readonly connections: number;
  readonly seconds: number;
  /** The numbers of the people who are clients; the first one pays the probes' transfers. */
  readonly people: readonly number[];
  /** The bound that this load should reach; null when every command should be accepted. */
  readonly bound: string | null;
  /** The number of clients that never read, in addition to the load. */
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

/** The first phase is normal load. */
export const PHASES: readonly Phase[] = [
  phase("baseline", "random", 64, { seconds: 4 }),
  phase("random", "random", 1_024),
  phase("hot payer", "hot-payer", 1_024, { bound: "WALLET_QUEUE_MAX" }),
  phase("random, more", "random", 1_536),
  phase("never reading", "random", 16, { neverReading: NEVER_READING }),
  // A memory leak in the phases before would show here as growth between the halves.
  phase("random, again", "random", 1_024),
];
