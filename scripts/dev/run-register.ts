// A run whose MAHFAZA_DATA is outside the checkout leaves a note inside it, so that make-admin and
// reconcile find its database without being told the folder.
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { giveToOwner, writePrivateFile } from "../system/ownership.ts";
import { checkoutDataRoot } from "../system/places.ts";

export interface Registration {
  readonly pid: number;
  readonly dataRoot: string;
}

export const REGISTER = path.join(checkoutDataRoot, "runs");

/** Notes the run in the checkout; returns what removes the note. */
export function registerRun(run: Registration): () => void {
  if (run.dataRoot === checkoutDataRoot) return () => {};
  const file = path.join(REGISTER, `${run.pid}.json`);
  try {
    if (mkdirSync(REGISTER, { recursive: true })) {
      giveToOwner(checkoutDataRoot);
      giveToOwner(REGISTER);
    }
    writePrivateFile(file, JSON.stringify(run));
  } catch {
    // A checkout that this user cannot write to: the run works, and other commands need MAHFAZA_DATA.
    return () => {};
  }
  return () => rmSync(file, { force: true });
}

/** The runs noted in the checkout; a run that was killed leaves its note. */
export function registeredRuns(): Registration[] {
  try {
    return readdirSync(REGISTER).flatMap((name) => read(path.join(REGISTER, name)));
  } catch {
    // No folder: no run has used another data folder.
    return [];
  }
}

function read(file: string): Registration[] {
  try {
    return [JSON.parse(readFileSync(file, "utf8"))];
  } catch {
    // Its run ended meanwhile, or it is another user's.
    return [];
  }
}
