import type { Contestants } from "./contestants.ts";
import type { RunDatabases } from "./run-databases.ts";
import type { OrInterrupted } from "./until-interrupted.ts";

export const WALLETS = 10_000;

/** What all measurements of one run share. */
export interface Bench {
  readonly databases: RunDatabases;
  readonly contestants: Contestants;
  /** A temporary folder for the files of people. */
  readonly folder: string;
  readonly orInterrupted: OrInterrupted;
}
