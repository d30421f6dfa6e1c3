// The results as data, for bench/results/latest.json: the measurements and the figures that follow from them.
import type { Measurement } from "../measurement.ts";
import { type NamedRatio, namedRatios } from "./ratios.ts";
import { type Summary, summarize } from "./summary.ts";

export interface Run {
  /** ISO 8601, in UTC. */
  readonly measuredAt: string;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly measurements: readonly Measurement[];
}

const ratioDetail = ({ isReached, ...ratio }: NamedRatio) => ({ ...ratio, is_reached: isReached });

const summaryRecord = (summary: Summary) => ({
  server: summary.server,
  workload: summary.workload,
  connections: summary.connections,
  rounds: summary.rounds,
  per_second: summary.perSecond,
  latency_ms: summary.latency,
  succeeded: summary.succeeded,
  refused: summary.refused,
  unanswered: summary.unanswered,
  batch_mean: summary.batchMean,
  cpu_seconds_per_1000: summary.cpuSecondsPer1000,
});

const measurementRecord = ({ latency, batchMean, cpuSeconds, ...rest }: Measurement) => ({
  ...rest,
  latency_ms: latency,
  batch_mean: batchMean,
  cpu_seconds: cpuSeconds,
});

/** Ready for JSON.stringify, which writes an infinite ratio as null. Units are in the names. */
export function results({ measuredAt, machine, versions, settings, measurements }: Run) {
  const ratios = namedRatios(measurements);
  return {
    measured_at: measuredAt,
    machine,
    versions,
    settings,
    ratios: Object.fromEntries(ratios.map(({ name, value }) => [name, value])),
    ratio_details: ratios.map(ratioDetail),
    summary: summarize(measurements).map(summaryRecord),
    measurements: measurements.map(measurementRecord),
  };
}
