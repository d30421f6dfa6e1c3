// The sizes of books that are compared, each with its own small reference beside it.
import type { BooksSize } from "../fill.ts";

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

/** Wallets of the reference, whatever the size. */
export const REFERENCE_WALLETS = 10_000;
/**
 * Who asks at most, spread over all wallets: as many as the reference has, so that both sides remember as
 * many verified tokens, and what differs is the books.
 */
export const PEOPLE_MAX = REFERENCE_WALLETS;

const TRANSFERS_A_WALLET = 5;

export const SIZES: readonly BooksSize[] = [
  { wallets: 10_000, transactions: 0 },
  { wallets: 100_000, transactions: 100_000 * TRANSFERS_A_WALLET },
  { wallets: 1_000_000, transactions: 1_000_000 * TRANSFERS_A_WALLET },
];
/** For a look at whether it works. */
export const SMALLEST_SIZES: readonly BooksSize[] = [
  { wallets: 1_000, transactions: 0 },
  { wallets: 20_000, transactions: 20_000 * TRANSFERS_A_WALLET },
];

/** History first: transfers make the pages of a small book longer than those of a large one. */
export const SERIES: readonly Series[] = [
  { workload: "history", connections: 16 },
  { workload: "random", connections: 64 },
  { workload: "random", connections: 256 },
];

/**
 * The warm-up is long enough that most people were met once since the checkpoint before it: a page's first
 * change after a checkpoint writes the whole page.
 */
export const PACE: Pace = { rounds: 5, seconds: 5, warmUpSeconds: 15 };
export const SMALLEST_PACE: Pace = { rounds: 3, seconds: 1, warmUpSeconds: 1 };

/** As few wallets as ever, each with as much history as in the size: so a page is as long. */
export const referenceOf = ({ wallets, transactions }: BooksSize): BooksSize => ({
  wallets: REFERENCE_WALLETS,
  transactions: Math.round((transactions / wallets) * REFERENCE_WALLETS),
});
