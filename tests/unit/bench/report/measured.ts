import type { Measurement } from "../../../../bench/measurement.ts";

/** A measurement of ten seconds with `perSecond` successful answers; `changed` replaces single fields. */
export function measured({
  perSecond = 100,
  ...changed
}: Partial<Measurement> & { perSecond?: number }): Measurement {
  return {
    server: "mahfaza",
    workload: "random",
    connections: 256,
    round: 1,
    seconds: 10,
    succeeded: perSecond * 10,
    refused: 0,
    unanswered: 0,
    latency: { p50: 1, p95: 2, p99: 3 },
    batchMean: null,
    cpuSeconds: {},
    ...changed,
  };
}

/** The series of mahfaza that the tests compare with others. */
export const ours = { server: "mahfaza", workload: "random", connections: 256 } as const;
/** The same series of the peer on Node. */
export const node = { ...ours, server: "node" } as const;
