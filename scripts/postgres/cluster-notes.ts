// Root's clusters lie outside their checkout. A note beside each says whose it is, so that
// `npm run reset` finds it even when the checkout's data folder is gone.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataRoot, projectRoot } from "../system/places.ts";
import { SYSTEM_PLACE } from "./binaries.ts";

interface ClusterNote {
  readonly checkout: string;
  readonly data: string;
}

const SUFFIX = ".note.json";

/** Writes which checkout and data folder a cluster belongs to. */
export function noteCluster(dataDir: string): void {
  const note: ClusterNote = { checkout: projectRoot, data: dataRoot };
  writeFileSync(`${dataDir}${SUFFIX}`, JSON.stringify(note));
}

/** The clusters outside the checkout that belong to this checkout and data folder, with their notes. */
export function notedClusters(): { dataDir: string; note: string }[] {
  return namesIn(SYSTEM_PLACE)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => path.join(SYSTEM_PLACE, name))
    .filter((note) => {
      const { checkout, data } = readNote(note);
      return checkout === projectRoot && data === dataRoot;
    })
    .map((note) => ({ dataDir: note.slice(0, -SUFFIX.length), note }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Root has never started anything on this machine.
    return [];
  }
}

function readNote(file: string): Partial<ClusterNote> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
