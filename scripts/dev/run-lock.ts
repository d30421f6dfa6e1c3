// One process at a time owns a data folder. Its lock file also names what the process has started, so
// that the next start can end what a killed one left behind.
import { linkSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { refusalOf, requireWritable, userName, writePrivateFile } from "../system/ownership.ts";
import { DATA_REMEDY, dataPath, dataRoot, projectRoot } from "../system/places.ts";
import { commandOf, groupMembers, holdsWithin, signal } from "../system/processes.ts";
import { registeredRuns, registerRun } from "./run-register.ts";

export interface RunRecord {
  readonly pid: number;
  /** The file name of its script, which its command line must contain. */
  readonly script: string;
  /** The command, as in "npm start". */
  readonly title: string;
  readonly databaseUrl?: string;
  /** The process group of `wrangler dev`. */
  readonly wranglerGroup?: number;
}

export interface RunLock {
  record(facts: Pick<RunRecord, "databaseUrl" | "wranglerGroup">): void;
  release(): void;
}

const LOCK = "run.json";

/** Takes the data folder for this process. Throws a CliError when another one has it. */
export async function claimRun(title: string): Promise<RunLock> {
  const file = dataPath(LOCK);
  const owner = liveRun();
  if (owner) throw new CliError(alreadyRuns(owner));
  // Postgres's own folder has an owner of its own.
  requireWritable(dataRoot, DATA_REMEDY, ["postgres"]);
  await endLeftovers(readRun(dataRoot));
  rmSync(file, { force: true });
  let run: RunRecord = { pid: process.pid, script: path.basename(process.argv[1] ?? ""), title };
  create(file, run);
  const unregister = registerRun({ pid: process.pid, dataRoot });
  return {
    record(facts) {
      run = { ...run, ...facts };
      replace(file, run);
    },
    release() {
      unregister();
      rmSync(file, { force: true });
    },
  };
}

/** The live process that owns a data folder, as it described itself; null when there is none. */
export function liveRun(folder = dataRoot): RunRecord | null {
  const run = readRun(folder);
  return run && commandOf(run.pid)?.includes(run.script) ? run : null;
}

/** The live runs of this checkout, each with its data folder: at most one of them has the usual one. */
export function runsOfCheckout(): { folder: string; run: RunRecord }[] {
  const folders = [dataRoot, ...registeredRuns().map((registered) => registered.dataRoot)];
  return [...new Set(folders)].flatMap((folder) => {
    const run = liveRun(folder);
    return run ? [{ folder, run }] : [];
  });
}

function alreadyRuns({ title, pid }: RunRecord): string {
  return `${title} already runs in this checkout (process ${pid}${ofWhom(pid)}): end it first`;
}

function ofWhom(pid: number): string {
  const owner = statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid;
  return owner === undefined || owner === process.getuid?.() ? "" : ` of ${userName(owner)}`;
}

function readRun(folder: string): RunRecord | null {
  const file = path.join(folder, LOCK);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") throw refusalOf(file, error, DATA_REMEDY, folder);
    // Missing, or cut short by a crash: no process owns the folder.
    return null;
  }
}

/** Creates the lock whole: a link fails when the name exists, and nobody reads half a file. */
function create(file: string, run: RunRecord): void {
  const draft = `${file}.${process.pid}`;
  try {
    writePrivateFile(draft, JSON.stringify(run));
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw refusalOf(file, error, DATA_REMEDY, dataRoot);
    }
    throw new CliError("another start of this checkout is under way: try again in a moment");
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, run: RunRecord): void {
  const draft = `${file}.${process.pid}`;
  writePrivateFile(draft, JSON.stringify(run));
  renameSync(draft, file);
}

async function endLeftovers(run: RunRecord | null): Promise<void> {
  const group = run?.wranglerGroup;
  if (!group) return;
  const left = () => groupMembers(group, projectRoot);
  for (const pid of left()) signal(pid, "SIGTERM");
  if (await holdsWithin(3000, () => left().length === 0)) return;
  for (const pid of left()) signal(pid, "SIGKILL");
  if (await holdsWithin(2000, () => left().length === 0)) return;
  const [pid = 0] = left();
  throw new CliError(
    `wrangler dev of an earlier start (process ${pid}${ofWhom(pid)}) does not end: run sudo kill ${pid}`,
  );
}
