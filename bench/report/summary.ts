// Summaries of several rounds: medians with their spread, and ratios within each round.
import {
  type Measurement,
  SERVERS,
  type Server,
  WORKLOADS,
  type Workload,
} from "../measurement.ts";

/** One server, one workload and one count of connections. */
export interface Series {
  readonly server: Server;
  readonly workload: Workload;
  readonly connections: number;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Summary extends Series {
  readonly rounds: number;
  /** Successful answers per second, over the rounds. */
  readonly perSecond: Spread;
  /** Milliseconds: medians over the rounds with successful answers; null without such a round. */
  readonly latency: Readonly<Record<"p50" | "p95" | "p99", number | null>>;
  /** Sums over the rounds. */
  readonly succeeded: number;
  readonly refused: number;
  readonly unanswered: number;
  /** Commands in one commit: the median over the rounds that have it. */
  readonly batchMean: number | null;
  /** CPU seconds for 1,000 successful answers, by process: medians over the rounds. */
  readonly cpuSecondsPer1000: Readonly<Record<string, number>>;
}

/** One number of one measurement. */
export type Figure = (measurement: Measurement) => number;

/** Successful answers per second. */
export const perSecond: Figure = ({ succeeded, seconds }) => succeeded / seconds;

/** The p50 latency in milliseconds; infinite for a server without successful answers. */
export const p50: Figure = ({ succeeded, latency }) => (succeeded > 0 ? latency.p50 : Infinity);

/** The median; null without values. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return null;
  return upper === lower ? upper : (lower + upper) / 2;
}

/** The median, minimum and maximum; null without values. */
export function spread(values: readonly number[]): Spread | null {
  const middle = median(values);
  if (middle === null) return null;
  return { median: middle, min: Math.min(...values), max: Math.max(...values) };
}

const isOf =
  ({ server, workload, connections }: Series) =>
  (measurement: Measurement): boolean =>
    measurement.server === server &&
    measurement.workload === workload &&
    measurement.connections === connections;

/**
 * `figure` of `ours` divided by `figure` of `base`: one ratio for each round that measured both. Other work of the
 * machine affects both sides of a round, so these ratios vary less than ratios of medians. A round in which the
 * base has no successful answers has no ratio.
 */
export function pairedRatios(
  measurements: readonly Measurement[],
  ours: Series,
  base: Series,
  figure: Figure = perSecond,
): number[] {
  const ofBase = measurements.filter(isOf(base));
  const baseByRound = new Map(
    ofBase.map((measurement) => [measurement.round, figure(measurement)]),
  );
  return measurements.filter(isOf(ours)).flatMap((measurement) => {
    const divisor = baseByRound.get(measurement.round) ?? 0;
    return divisor > 0 && divisor < Infinity ? [figure(measurement) / divisor] : [];
  });
}

/** The counts of connections that the server was measured with at the workload, ascending. */
export function connectionCounts(
  measurements: readonly Measurement[],
  server: Server,
  workload: Workload,
): number[] {
  const its = measurements.filter((one) => one.server === server && one.workload === workload);
  return [...new Set(its.map(({ connections }) => connections))].sort((a, b) => a - b);
}

/** The server at the count of connections with its highest median throughput; null if not measured. */
export function bestSeries(
  measurements: readonly Measurement[],
  server: Server,
  workload: Workload,
): Series | null {
  const speed = (series: Series) => median(measurements.filter(isOf(series)).map(perSecond)) ?? 0;
  return connectionCounts(measurements, server, workload)
    .map((connections): Series => ({ server, workload, connections }))
    .reduce<Series | null>(
      (best, series) => (best === null || speed(series) > speed(best) ? series : best),
      null,
    );
}

function cpuSecondsPer1000(rounds: readonly Measurement[]): Record<string, number> {
  const processes = [...new Set(rounds.flatMap(({ cpuSeconds }) => Object.keys(cpuSeconds)))];
  const entries = processes.map((process) => {
    const costs = rounds.flatMap(({ cpuSeconds, succeeded }) => {
      const seconds = cpuSeconds[process];
      return seconds === undefined ? [] : [(seconds / succeeded) * 1000];
    });
    return [process, median(costs) ?? 0] as const;
  });
  return Object.fromEntries(entries);
}

function summarizeSeries(measurements: readonly Measurement[], series: Series): Summary[] {
  const rounds = measurements.filter(isOf(series));
  const throughput = spread(rounds.map(perSecond));
  if (!throughput) return [];
  const successful = rounds.filter(({ succeeded }) => succeeded > 0);
  const latency = (of: "p50" | "p95" | "p99") =>
    median(successful.map((round) => round.latency[of]));
  const sum = (of: "succeeded" | "refused" | "unanswered") =>
    rounds.reduce((total, round) => total + round[of], 0);
  return [
    {
      ...series,
      rounds: rounds.length,
      perSecond: throughput,
      latency: { p50: latency("p50"), p95: latency("p95"), p99: latency("p99") },
      succeeded: sum("succeeded"),
      refused: sum("refused"),
      unanswered: sum("unanswered"),
      batchMean: median(rounds.flatMap(({ batchMean }) => batchMean ?? [])),
      cpuSecondsPer1000: cpuSecondsPer1000(successful),
    },
  ];
}

/** One summary for each series that was measured: by workload, then server, then connections. */
export function summarize(measurements: readonly Measurement[]): Summary[] {
  return WORKLOADS.flatMap((workload) =>
    SERVERS.flatMap((server) =>
      connectionCounts(measurements, server, workload).flatMap((connections) =>
        summarizeSeries(measurements, { server, workload, connections }),
      ),
    ),
  );
}
