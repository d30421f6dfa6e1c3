import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { giveToOwner, refusalOf } from "./ownership.ts";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Where a checkout keeps its data unless MAHFAZA_DATA names another folder; ignored by git. */
export const checkoutDataRoot = path.join(projectRoot, ".data");

/** The data folder of this run. */
export const dataRoot = path.resolve(projectRoot, process.env.MAHFAZA_DATA || checkoutDataRoot);

/** What to do when the data folder belongs to somebody else. */
export const DATA_REMEDY = "set MAHFAZA_DATA to a folder of your own";

/** A path in the data folder, which is made when it is missing. Throws a CliError when it cannot be. */
export function dataPath(...names: string[]): string {
  try {
    if (mkdirSync(dataRoot, { recursive: true })) giveToOwner(dataRoot);
    // The account that runs Postgres for root must pass through; others must not list the folder.
    if (process.getuid?.() === 0) chmodSync(dataRoot, 0o711);
  } catch (error) {
    throw refusalOf(dataRoot, error, DATA_REMEDY);
  }
  return path.join(dataRoot, ...names);
}
