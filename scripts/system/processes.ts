// Identity before any signal: a process id alone proves nothing, since the system reuses them.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;

/** The command line of a running process, or null when there is none. */
export function commandOf(pid: number): string | null {
  try {
    // A bare Debian machine has no `ps`; a Mac has no /proc.
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-ww", "-o", "command=", "-p", `${pid}`], { encoding: "utf8" });
    }
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") || null;
  } catch {
    return null;
  }
}

/** The processes of a group whose command line contains `mark`. */
export function groupMembers(groupId: number, mark: string): number[] {
  return allProcesses()
    .filter(({ group }) => group === groupId)
    .map(({ pid }) => pid)
    .filter((pid) => commandOf(pid)?.includes(mark));
}

/** The parent of a running process, or null when there is no such process. */
export function parentOf(pid: number): number | null {
  return allProcesses().find((entry) => entry.pid === pid)?.parent ?? null;
}

/** The processes that this one has started and that still run. */
export function childrenOf(pid: number): number[] {
  return allProcesses()
    .filter(({ parent }) => parent === pid)
    .map((entry) => entry.pid);
}

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
}

function allProcesses(): ProcessEntry[] {
  if (process.platform === "linux") return readdirSync("/proc").flatMap(readEntry);
  const table = execFileSync("ps", ["-axo", "pid=,ppid=,pgid="], { encoding: "utf8" });
  return table.split("\n").map((line) => {
    const [pid = 0, parent = 0, group = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, group };
  });
}

function readEntry(name: string): ProcessEntry[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "utf8");
    // The second field, the name in brackets, may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended; only its parent has not noticed yet.
    if (fields[0] === "Z") return [];
    return [{ pid: Number(name), parent: Number(fields[1]), group: Number(fields[2]) }];
  } catch {
    // It ended between the listing and the reading.
    return [];
  }
}

/** Signals a process that was identified before; false when it has already ended. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Waits until the condition holds; false when it does not within the time. */
export async function holdsWithin(ms: number, condition: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + ms; !condition(); await sleep(POLL_MS)) {
    if (Date.now() > deadline) return false;
  }
  return true;
}
