// The report as Markdown, for the terminal and for a page.
import { WORKLOADS } from "../measurement.ts";
import type { NamedRatio } from "./ratios.ts";
import type { Summary } from "./summary.ts";
import { textTable } from "./text-table.ts";

/** The machine, versions and settings of the run, by label: `{ machine: "8 × …", postgres: "18.4" }`. */
export type Facts = Readonly<Record<string, string>>;

type Row = readonly string[];

const SUMMARY_HEAD: Row = [
  "server",
  "connections",
  "per second (min–max)",
  "p50 ms",
  "p95 ms",
  "p99 ms",
  "refused",
  "unanswered",
  "batch",
  "CPU s / 1,000",
];
const RATIO_HEAD: Row = ["ratio", "median (min–max)", "target", "reached", "of"];

const NOTE = `A ratio compares two measurements of the same round; the table shows the median over the rounds,
with the least and the greatest ratio. pgbench and workers-textbook are compared at the count of clients
at which they are fastest.`;

const INTEGER = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const PRECISE = new Intl.NumberFormat("en", {
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
});

/** A number with three significant digits, or as a whole number from 100: 0.0123, 1.50, 12.3, 12,345. */
function figure(value: number | null): string {
  if (value === null) return "–";
  if (value === 0) return "0";
  return Math.abs(value) < 100 ? PRECISE.format(value) : INTEGER.format(value);
}

function summaryRow(summary: Summary): Row {
  const { perSecond, latency, cpuSecondsPer1000 } = summary;
  const cpu = Object.entries(cpuSecondsPer1000).map(([name, cost]) => `${name} ${figure(cost)}`);
  return [
    summary.server,
    String(summary.connections),
    `${figure(perSecond.median)} (${figure(perSecond.min)}–${figure(perSecond.max)})`,
    figure(latency.p50),
    figure(latency.p95),
    figure(latency.p99),
    INTEGER.format(summary.refused),
    INTEGER.format(summary.unanswered),
    figure(summary.batchMean),
    cpu.join(", ") || "–",
  ];
}

function ratioRow(ratio: NamedRatio): Row {
  const { name, value, min, max, target, comparison, isReached, description } = ratio;
  return [
    name,
    `${figure(value)} (${figure(min)}–${figure(max)})`,
    target === null ? "–" : `${comparison} ${target}`,
    isReached === null ? "–" : isReached ? "yes" : "no",
    description,
  ];
}

/** The number of reached targets, and each missed target with its value. */
function verdict(ratios: readonly NamedRatio[]): string[] {
  const aimed = ratios.filter(({ target }) => target !== null);
  if (aimed.length === 0) return [];
  const missed = aimed.filter(({ isReached }) => !isReached);
  const line = ({ name, value, comparison, target }: NamedRatio) =>
    `- missed: ${name} is ${figure(value)}, target ${comparison} ${target}`;
  const reached = `Targets reached: ${aimed.length - missed.length} of ${aimed.length}.`;
  return [[reached, ...(missed.length > 0 ? [""] : []), ...missed.map(line)].join("\n")];
}

/** One table for each workload that was measured, then the ratios against their targets. */
export function markdown(
  facts: Facts,
  summaries: readonly Summary[],
  ratios: readonly NamedRatio[],
): string {
  const workloads = WORKLOADS.flatMap((workload) => {
    const rows = summaries.filter((summary) => summary.workload === workload).map(summaryRow);
    const numbers = new Set([1, 2, 3, 4, 5, 6, 7, 8]);
    return rows.length > 0 ? [`## ${workload}`, textTable(SUMMARY_HEAD, rows, numbers)] : [];
  });
  const factLines = Object.entries(facts).map(([label, fact]) => `- ${label}: ${fact}`);
  return `${[
    "# Throughput",
    ...(factLines.length > 0 ? [factLines.join("\n")] : []),
    ...workloads,
    ...(ratios.length > 0
      ? [
          "## ratios",
          textTable(RATIO_HEAD, ratios.map(ratioRow), new Set([1])),
          ...verdict(ratios),
          NOTE,
        ]
      : []),
  ].join("\n\n")}\n`;
}
