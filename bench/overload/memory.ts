// The memory of a service's processes under load.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Megabytes by process; "postgres" without its shared memory. */
export interface Memory {
  readonly workerd: number;
  readonly gateway: number;
  readonly postgres: number;
}

export interface MemoryWatch {
  /** Ends the watch. */
  stop(): MemoryUse;
}

export interface MemoryUse {
  /** The high-water mark of workerd and of the gateway, and the highest sample of Postgres. */
  readonly peakMb: Memory;
  /** The highest that workerd reached in the first and in the second half of the watch. */
  readonly workerdHalvesMb: readonly [number, number];
}

interface Pids {
  readonly workerd: number;
  readonly gateway: number;
  readonly postgres: number;
}

const SAMPLE_MS = 500;
const KB_PER_MB = 1024;

/** Samples twice a second. The high-water marks are reset at its start. */
export function watchMemory(pids: Pids): MemoryWatch {
  // 5 resets VmHWM. Source: proc_pid_clear_refs(5).
  for (const pid of [pids.workerd, pids.gateway]) writeFileSync(`/proc/${pid}/clear_refs`, "5");
  const samples: Memory[] = [];
  const sample = () =>
    samples.push({
      workerd: statusMb(pids.workerd, "VmRSS"),
      gateway: statusMb(pids.gateway, "VmRSS"),
      postgres: clusterMb(pids.postgres),
    });
  sample();
  const timer = setInterval(sample, SAMPLE_MS).unref();
  return {
    stop() {
      clearInterval(timer);
      sample();
      const middle = Math.ceil(samples.length / 2);
      const highest = (some: readonly Memory[], of: keyof Memory) =>
        Math.max(...some.map((one) => one[of]));
      return {
        peakMb: {
          workerd: statusMb(pids.workerd, "VmHWM"),
          gateway: statusMb(pids.gateway, "VmHWM"),
          postgres: highest(samples, "postgres"),
        },
        workerdHalvesMb: [
          highest(samples.slice(0, middle), "workerd"),
          highest(samples.slice(middle), "workerd"),
        ],
      };
    },
  };
}

/** Null when the process has ended. */
function statusOf(pid: number | string): string | null {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // It ended between the listing and the reading.
    return null;
  }
}

const fieldOf = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);

const statusMb = (pid: number, name: string): number =>
  Math.round(fieldOf(statusOf(pid) ?? "", name) / KB_PER_MB);

/** The private memory of all Postgres processes; shared buffers would be counted once for each process. */
function clusterMb(root: number): number {
  const statuses = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) ? (statusOf(name) ?? []) : [],
  );
  const ours = statuses.filter(
    (status) => fieldOf(status, "PPid") === root || fieldOf(status, "Pid") === root,
  );
  const kb = ours.reduce((sum, status) => sum + fieldOf(status, "RssAnon"), 0);
  return Math.round(kb / KB_PER_MB);
}
