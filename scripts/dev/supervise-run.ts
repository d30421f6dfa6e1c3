import { once } from "node:events";
import { parentOf } from "../system/processes.ts";
import { claimRun, type RunLock } from "./run-lock.ts";

type Stop = () => Promise<void> | void;

/** A command that runs until a signal asks it to end, or until one of its parts ends by itself. */
export interface SupervisedRun {
  readonly lock: RunLock;
  /** Aborts when the end is asked for. */
  readonly asked: AbortSignal;
  /** What the end of the run calls; the last one registered is called first. */
  onEnd(stop: Stop): void;
  /** The run ends with this line and exit code 1 when the promise settles. */
  failsWith(settled: Promise<unknown>, line: string): void;
}

/** Claims the data folder, calls `start`, and waits for the end; resolves to the exit code. */
export async function superviseRun(
  title: string,
  start: (run: SupervisedRun) => Promise<void>,
): Promise<number> {
  const stops: Stop[] = [];
  const asked = askedToStop();
  const ends: Promise<string | null>[] = [once(asked, "abort").then(() => null)];
  try {
    const lock = await claimRun(title);
    stops.push(lock.release);
    await start({
      lock,
      asked,
      onEnd: (stop) => stops.push(stop),
      failsWith: (settled, line) => ends.push(settled.then(() => line)),
    });
    const fault = await Promise.race(ends);
    if (fault) console.error(`mahfaza: ${fault}`);
    return fault ? 1 : 0;
  } finally {
    // Last started, first ended: no part loses a database that it still uses.
    for (const stop of stops.reverse()) await stop();
  }
}

/** Aborts at the first signal; a second one does not cut the orderly end short. */
function askedToStop(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => controller.abort());
  }
  watchNpm(() => controller.abort());
  return controller.signal;
}

/** A kill -9 of npm sends us no signal: without this the run would keep its ports with no terminal. */
function watchNpm(gone: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  // npm may run a script through a shell; when either of them ends, the chain changes.
  const chain = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atStart = chain();
  setInterval(() => chain() === atStart || gone(), 1000).unref();
}
