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
    .filter(([, group]) => group === groupId)
    .map(([pid]) => pid)
    .filter((pid) => commandOf(pid)?.includes(mark));
}

function allProcesses(): [pid: number, group: number][] {
  if (process.platform !== "linux") {
    const table = execFileSync("ps", ["-axo", "pid=,pgid="], { encoding: "utf8" });
    return table.split("\n").map((line) => {
      const [pid, group] = line.trim().split(/\s+/);
      return [Number(pid), Number(group)];
    });
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), groupOf(name)]);
}

function groupOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field, the name in brackets, may itself hold blanks and brackets.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
  } catch {
    // It ended between the listing and the reading.
    return -1;
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
