// The cost of growth: ratios between a size and its reference, round by round, against the targets.
import type { LoadResult } from "../load/run-wrk.ts";
import { median, type Spread, spread } from "../report/summary.ts";
import { textTable } from "../report/text-table.ts";
import type { Pair, SizeMeasured } from "./measure-size.ts";
import { SERIES, type Series } from "./sizes.ts";

type Figure = (result: LoadResult) => number;

/** Targets: throughput falls by less than 15 %, and the p99 of a history page grows by less than 25 %. */
const THROUGHPUT_RATIO_MIN = 0.85;
const HISTORY_P99_RATIO_MAX = 1.25;

const perSecond: Figure = ({ succeeded, seconds }) => succeeded / seconds;
const p50: Figure = ({ latency }) => latency.p50;
const p99: Figure = ({ latency }) => latency.p99;

interface SeriesSummary {
  readonly series: Series;
  readonly throughputRatio: Spread | null;
  readonly p50Ratio: Spread | null;
  readonly p99Ratio: Spread | null;
  readonly size: Medians;
  readonly reference: Medians;
  /** Pairs that have a ratio. */
  readonly ratios: number;
  readonly failed: number;
}

type Medians = Readonly<Record<"per_second" | "p50_ms" | "p99_ms", number | null>>;

const mediansOf = (results: readonly LoadResult[]): Medians => ({
  per_second: median(results.map(perSecond)),
  p50_ms: median(results.map(p50)),
  p99_ms: median(results.map(p99)),
});

function summaryOf(all: readonly Pair[], series: Series): SeriesSummary {
  const pairs = all.filter((pair) => pair.series === series);
  // A round in which one of the two answered nothing has no ratio.
  const answered = pairs.filter((pair) => pair.size.succeeded > 0 && pair.reference.succeeded > 0);
  const ratio = (figure: Figure) =>
    spread(answered.map(({ size, reference }) => figure(size) / figure(reference)));
  const results = pairs.flatMap(({ size, reference }) => [size, reference]);
  return {
    series,
    throughputRatio: ratio(perSecond),
    p50Ratio: ratio(p50),
    p99Ratio: ratio(p99),
    size: mediansOf(pairs.map(({ size }) => size)),
    reference: mediansOf(pairs.map(({ reference }) => reference)),
    ratios: answered.length,
    failed: results.reduce((sum, { refused, unanswered }) => sum + refused + unanswered, 0),
  };
}

/** Whether the target is reached: for history by the p99, for transfers by the throughput. */
function isReached({ series, throughputRatio, p99Ratio }: SeriesSummary): boolean {
  return series.workload === "history"
    ? (p99Ratio?.median ?? Infinity) < HISTORY_P99_RATIO_MAX
    : (throughputRatio?.median ?? 0) > THROUGHPUT_RATIO_MIN;
}

const HEAD = [
  "wallets / transfers",
  "workload × connections",
  "per second",
  "reference",
  "throughput ratio",
  "p99 ms",
  "reference",
  "p99 ratio",
  "failed",
  "reached",
];

const whole = (value: number | null) => value?.toFixed(0) ?? "–";
const tenths = (value: number | null) => value?.toFixed(1) ?? "–";
const ranged = (ratio: Spread | null) =>
  ratio ? `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})` : "–";

export function growthTable(sizes: readonly SizeMeasured[]): string {
  const rows = sizes.flatMap(({ size, pairs }) =>
    SERIES.map((series) => summaryOf(pairs, series)).map((one) => [
      `${size.wallets} / ${size.transactions}`,
      `${one.series.workload} × ${one.series.connections}`,
      whole(one.size.per_second),
      whole(one.reference.per_second),
      ranged(one.throughputRatio),
      tenths(one.size.p99_ms),
      tenths(one.reference.p99_ms),
      ranged(one.p99Ratio),
      String(one.failed),
      isReached(one) ? "yes" : "no",
    ]),
  );
  return textTable(HEAD, rows);
}

export const sizeRecord = ({ size, reference, pairs, ...rest }: SizeMeasured) => ({
  wallets: size.wallets,
  transfers: size.transactions,
  entries: size.wallets * 2 + size.transactions * 2,
  reference,
  people: rest.people,
  fill_seconds: rest.fillSeconds,
  reconcile_seconds: rest.reconcileSeconds,
  database_mb: rest.databaseMb,
  ledger: "reconciled",
  series: SERIES.map((series) => summaryOf(pairs, series)).map((one) => ({
    ...one.series,
    throughput_ratio: one.throughputRatio,
    p50_ratio: one.p50Ratio,
    p99_ratio: one.p99Ratio,
    size: one.size,
    reference: one.reference,
    ratios: one.ratios,
    failed: one.failed,
    is_reached: isReached(one),
  })),
  pairs: pairs.map(({ series, ...pair }) => ({ ...series, ...pair })),
});
