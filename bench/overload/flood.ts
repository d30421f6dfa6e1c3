import { type LoadResult, runWrk } from "../load/run-wrk.ts";
import { PASSWORD } from "../people.ts";

export interface Flood {
  readonly url: string;
  readonly workload: string;
  readonly connections: number;
  readonly seconds: number;
  readonly peopleFile: string;
}

// One wrk is one thread: of many connections it would itself be the queue.
const CONNECTIONS_EACH_MAX = 2_048;
let loads = 0;

/**
 * Drives a server with as many wrk as the connections need. Counts are sums; a percentile of several is
 * the worst one's.
 */
export async function flood({ connections, ...load }: Flood): Promise<LoadResult> {
  const processes = Math.ceil(connections / CONNECTIONS_EACH_MAX);
  const shares = Array.from({ length: processes }, (_, i) =>
    Math.floor((connections + i) / processes),
  );
  const results = await Promise.all(
    shares.map((share) =>
      runWrk({
        ...load,
        connections: share,
        password: PASSWORD,
        keyPrefix: `flood-${process.pid}-${++loads}`,
      }),
    ),
  );
  const sum = (of: (one: LoadResult) => number) => results.reduce((n, one) => n + of(one), 0);
  const worst = (of: (one: LoadResult) => number) => Math.max(...results.map(of));
  return {
    succeeded: sum((one) => one.succeeded),
    refused: sum((one) => one.refused),
    unanswered: sum((one) => one.unanswered),
    seconds: worst((one) => one.seconds),
    latency: {
      p50: worst((one) => one.latency.p50),
      p95: worst((one) => one.latency.p95),
      p99: worst((one) => one.latency.p99),
    },
  };
}
