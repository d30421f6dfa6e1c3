import { type LoadResult, runWrk } from "../load/run-wrk.ts";
import { PASSWORD } from "../people.ts";

export interface Flood {
  readonly url: string;
  readonly workload: string;
  readonly connections: number;
  readonly seconds: number;
  readonly peopleFile: string;
}

// One wrk is one thread: with too many connections it would itself be the bottleneck.
const CONNECTIONS_EACH_MAX = 2_048;
let loads = 0;

/**
 * Loads a server with as many wrk processes as the connections need. Counts are sums; a percentile is the highest
 * of the processes'.
 */
export async function flood({ connections, ...load }: Flood): Promise<LoadResult> {
  const processes = Math.ceil(connections / CONNECTIONS_EACH_MAX);
  const counts = Array.from({ length: processes }, (_, i) =>
    Math.floor((connections + i) / processes),
  );
  const results = await Promise.all(
    counts.map((count) =>
      runWrk({
        ...load,
        connections: count,
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
