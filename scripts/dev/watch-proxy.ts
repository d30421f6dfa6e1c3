import { groupMembers } from "../system/processes.ts";

const POLL_MS = 1000;

/**
 * Watches the workerd of wrangler's process group that listens on the port. When it is killed, wrangler
 * starts another one that leaves every request without an answer. (A killed workerd of the Worker itself
 * is replaced by one that works.)
 */
export function watchProxy(group: number, port: number) {
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  const find = () => groupMembers(group, `entry=127.0.0.1:${port} `);
  let timer: NodeJS.Timeout | undefined;
  return {
    /** Settles when the process has ended, for any reason. */
    lost,
    /** Call it once the proxy listens. */
    start() {
      const [proxy] = find();
      if (proxy === undefined) return;
      timer = setInterval(() => find().includes(proxy) || resolve(), POLL_MS);
    },
    stop: () => clearInterval(timer),
  };
}
