import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { CliError, reasonOf } from "../cli-error.ts";
import { commandOf, holdsWithin, signal } from "../system/processes.ts";

/**
 * Ends a Postgres that a killed start left on this folder, and clears its postmaster.pid when the
 * process is another one by now: Postgres itself would take any process of that id for its own.
 */
export async function endOrphan(dataDir: string): Promise<void> {
  const file = path.join(dataDir, "postmaster.pid");
  const pid = readPid(file);
  if (pid === null) return;
  const isOurs = () => commandOf(pid)?.includes(`-D ${dataDir} `) ?? false;
  if (isOurs()) {
    // SIGINT is Postgres's fast shutdown, SIGQUIT its immediate one, which recovers at next start.
    signal(pid, "SIGINT");
    if (!(await holdsWithin(10_000, () => !isOurs()))) signal(pid, "SIGQUIT");
    if (!(await holdsWithin(5000, () => !isOurs()))) {
      throw new CliError(`Postgres of an earlier start (${pid}) on ${dataDir} does not end`);
    }
  }
  rmSync(file, { force: true });
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return pid > 1 ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new CliError(`the database folder cannot be read: ${reasonOf(error)}`);
  }
}
