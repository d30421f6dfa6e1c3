// One process at a time owns a checkout's data folder. Its lock file also names what it started,
// so that the next start can end what a killed one left behind.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { dataPath, projectRoot } from "../system/places.ts";
import { commandOf, groupMembers, holdsWithin, signal } from "../system/processes.ts";

interface RunRecord {
  readonly pid: number;
  /** The file name of its script: what its command line must show. */
  readonly script: string;
  /** What a person calls it. */
  readonly title: string;
  readonly databaseUrl?: string;
  /** The process group of `wrangler dev`. */
  readonly wranglerGroup?: number;
}

export interface RunLock {
  record(facts: Pick<RunRecord, "databaseUrl" | "wranglerGroup">): void;
  release(): void;
}

/** Takes the data folder for this process, or complains that another one has it. */
export async function claimRun(title: string): Promise<RunLock> {
  const owner = liveRun();
  if (owner) throw new CliError(`${owner.title} already runs in this checkout (${owner.pid})`);
  await endLeftovers(readRun());
  rmSync(lockFile(), { force: true });
  let run: RunRecord = { pid: process.pid, script: path.basename(process.argv[1] ?? ""), title };
  try {
    write(run, "wx");
  } catch {
    throw new CliError("another start of this checkout is under way");
  }
  return {
    record(facts) {
      run = { ...run, ...facts };
      write(run, "w");
    },
    release: () => rmSync(lockFile(), { force: true }),
  };
}

/** What the process that now owns the data folder wrote about itself; null when there is none. */
export function liveRun(): RunRecord | null {
  const run = readRun();
  return run && commandOf(run.pid)?.includes(run.script) ? run : null;
}

function readRun(): RunRecord | null {
  try {
    return JSON.parse(readFileSync(lockFile(), "utf8"));
  } catch {
    // Missing, or cut short by a crash: nobody owns the folder.
    return null;
  }
}

function write(run: RunRecord, flag: "w" | "wx"): void {
  writeFileSync(lockFile(), JSON.stringify(run), { flag, mode: 0o600 });
}

async function endLeftovers(run: RunRecord | null): Promise<void> {
  const group = run?.wranglerGroup;
  if (!group) return;
  const left = () => groupMembers(group, projectRoot);
  for (const pid of left()) signal(pid, "SIGTERM");
  if (await holdsWithin(3000, () => left().length === 0)) return;
  for (const pid of left()) signal(pid, "SIGKILL");
  await holdsWithin(2000, () => left().length === 0);
}

function lockFile(): string {
  return dataPath("run.json");
}
