// The sizes of database that are compared, each with its own small reference.
import type { DatabaseSize } from "../fill.ts";

/** One workload with one count of connections. */
export interface Series {
  readonly workload: "random" | "history";
  readonly connections: number;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/** The number of wallets of every reference. */
export const REFERENCE_WALLETS = 10_000;
/**
 * The maximum of people who are clients, spread over all wallets. It is the reference's number of wallets, so that
 * both sides cache the same number of verified tokens, and only the databases differ.
 */
export const PEOPLE_MAX = REFERENCE_WALLETS;

const TRANSFERS_A_WALLET = 5;

export const SIZES: readonly DatabaseSize[] = [
  { wallets: 10_000, transactions: 0 },
  { wallets: 100_000, transactions: 100_000 * TRANSFERS_A_WALLET },
  { wallets: 1_000_000, transactions: 1_000_000 * TRANSFERS_A_WALLET },
];
/** For a short trial. */
export const SMALLEST_SIZES: readonly DatabaseSize[] = [
  { wallets: 1_000, transactions: 0 },
  { wallets: 20_000, transactions: 20_000 * TRANSFERS_A_WALLET },
];

/** History is first, because transfers add more rows per wallet to a small database than to a large one. */
export const SERIES: readonly Series[] = [
  { workload: "history", connections: 16 },
  { workload: "random", connections: 64 },
  { workload: "random", connections: 256 },
];

/**
 * The warm-up is long enough for most wallets to be changed once after the checkpoint: the first change of a page
 * after a checkpoint writes the whole page.
 */
export const PACE: Pace = { rounds: 5, seconds: 5, warmUpSeconds: 15 };
export const SMALLEST_PACE: Pace = { rounds: 3, seconds: 1, warmUpSeconds: 1 };

/** The reference of a size: few wallets, each with as much history as in the size, so that pages are equally long. */
export const referenceOf = ({ wallets, transactions }: DatabaseSize): DatabaseSize => ({
  wallets: REFERENCE_WALLETS,
  transactions: Math.round((transactions / wallets) * REFERENCE_WALLETS),
});
