import { readdirSync, readFileSync } from "node:fs";

// USER_HZ, the unit of CPU times in /proc: 100 on current Linux. Source: proc_pid_stat(5).
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  /** CPU ticks of the process itself, and of its children that have ended and were waited for. */
  readonly own: number;
  readonly ended: number;
}

function timesOf(pid: number | string): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: user + system, ended: endedUser + endedSystem };
  } catch {
    // It ended between the listing and the reading.
    return null;
  }
}

/** CPU seconds so far of a process and all its descendants, including ended ones. */
export function treeCpuSeconds(root: number): number {
  const all = readdirSync("/proc").flatMap((name) => {
    const times = /^\d+$/.test(name) ? timesOf(name) : null;
    return times ? [{ pid: Number(name), ...times }] : [];
  });
  const sum = (pid: number): number => {
    const self = all.find((one) => one.pid === pid);
    if (!self) return 0;
    const children = all.filter(({ parent }) => parent === pid).map((child) => sum(child.pid));
    return children.reduce((total, ticks) => total + ticks, self.own + self.ended);
  };
  return sum(root) / TICKS_PER_SECOND;
}

/** CPU seconds so far of processes that this one started and that have ended. */
export function endedChildrenCpuSeconds(): number {
  return (timesOf("self")?.ended ?? 0) / TICKS_PER_SECOND;
}
