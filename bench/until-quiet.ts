import { setTimeout as sleep } from "node:timers/promises";
import { treeCpuSeconds } from "./cpu-seconds.ts";

const QUIET_MS = 250;
const QUIET_CPU_SECONDS = 0.02;
const QUIET_WITHIN_MS = 30_000;

/** Resolves when these process trees use no more CPU, after half a minute at most. */
export async function untilQuiet(processes: Readonly<Record<string, number>>): Promise<void> {
  const spent = () => Object.values(processes).reduce((sum, pid) => sum + treeCpuSeconds(pid), 0);
  for (const deadlineMs = Date.now() + QUIET_WITHIN_MS; Date.now() < deadlineMs; ) {
    const before = spent();
    await sleep(QUIET_MS);
    if (spent() - before <= QUIET_CPU_SECONDS) return;
  }
  console.log("still busy with abandoned requests: the next measurement may be slower");
}
