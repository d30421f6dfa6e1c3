// What the service is put through, and which bound should say no.
import { WALLET_BATCH_MAX, WALLET_QUEUE_MAX } from "../../src/domain/limits.ts";
import { walletObjectOf } from "../../src/wallet/shares.ts";
import { userIdOf } from "../fill.ts";
import { WORKER_SETTINGS } from "../serve/settings.ts";

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
  // A person's line has room for half of the queue, and a batch is under way; then it says no.
  phase("hot payer, past its line", "hot-payer", WALLET_QUEUE_MAX + 2 * WALLET_BATCH_MAX, {
    bound: "WALLET_QUEUE_MAX",
  }),
  phase("random, all objects", "random", WALLET_QUEUE_MAX + 512),
  phase("random, one object", "random", WALLET_QUEUE_MAX + 3 * WALLET_BATCH_MAX, {
    people: everyone.filter(sharesItsObjectWith(1)),
    bound: "WALLET_QUEUE_MAX",
  }),
  phase("never reading", "random", 16, { neverReading: NEVER_READING }),
  // Memory that something above had leaked would now be missing: the halves would grow again.
  phase("random, again", "random", 1_024),
];

/** Asks the service's own code, with bindings that answer names. */
function sharesItsObjectWith(other: number): (n: number) => boolean {
  const env = {
    ...WORKER_SETTINGS,
    DATABASE_URL: "postgres://nobody@nowhere/nothing",
    WALLET: { idFromName: (name: string) => name, get: (id: string) => id },
  } as unknown as Env;
  const objectOf = (n: number) => walletObjectOf(env, userIdOf(n));
  const shared = objectOf(other);
  return (n) => objectOf(n) === shared;
}
