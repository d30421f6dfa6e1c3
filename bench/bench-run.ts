import type { Books } from "./books.ts";
import type { Contestants } from "./contestants.ts";
import type { OrInterrupted } from "./until-interrupted.ts";

export const WALLETS = 10_000;

/** What one run has at hand. */
export interface Bench {
  readonly books: Books;
  readonly contestants: Contestants;
  /** For files of people. */
  readonly folder: string;
  readonly orInterrupted: OrInterrupted;
}
