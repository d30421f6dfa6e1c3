import { CliError } from "../scripts/cli-error.ts";

/** Resolves as `work` does, or rejects as soon as a signal interrupts the run, so that the servers are stopped. */
export type OrInterrupted = <T>(work: Promise<T>) => Promise<T>;

export function untilInterrupted(): OrInterrupted {
  const interrupted = new Promise<never>((_, reject) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(name, () => reject(new CliError(`${name}: the run has ended without figures`)));
    }
  });
  interrupted.catch(() => {});
  return (work) => Promise.race([work, interrupted]);
}
