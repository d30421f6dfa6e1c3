import { groupMembers } from "../system/processes.ts";

const POLL_MS = 1000;
// A reload replaces a workerd: for a moment there is one less.
const MISSING_MS = 4000;
/** In the command line of both: the proxy that listens on the port, and the Worker's own process. */
const MARK = "workerd";

/** Watches for a workerd of wrangler's process group that ends and is not replaced. */
export function watchWorkerd(group: number) {
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  const count = () => groupMembers(group, MARK).length;
  let timer: NodeJS.Timeout | undefined;
  return {
    lost,
    /** To be called when all of them run. */
    start() {
      const expected = count();
      let missingSince: number | null = null;
      timer = setInterval(() => {
        missingSince = count() < expected ? (missingSince ?? Date.now()) : null;
        if (missingSince !== null && Date.now() - missingSince >= MISSING_MS) resolve();
      }, POLL_MS);
    },
    stop: () => clearInterval(timer),
  };
}
