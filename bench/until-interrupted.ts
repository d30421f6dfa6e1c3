import { CliError } from "../scripts/cli-error.ts";

/** What `work` resolves to, or a complaint as soon as somebody ends the run: what was started is stopped then. */
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
