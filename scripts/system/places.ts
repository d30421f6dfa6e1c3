import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Everything that a developer's machine keeps for this checkout; ignored by git. */
export const dataRoot = path.resolve(projectRoot, process.env.MAHFAZA_DATA ?? ".data");

/** The path of a thing in the data folder, which is made when it is missing. */
export function dataPath(...names: string[]): string {
  mkdirSync(dataRoot, { recursive: true });
  // The account that Postgres runs as must be able to pass through, others not to look around.
  if (process.getuid?.() === 0) chmodSync(dataRoot, 0o711);
  return path.join(dataRoot, ...names);
}
