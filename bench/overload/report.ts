// The results of the phases: a table, the data, and the missed targets.

import type { LoadResult } from "../load/run-wrk.ts";
import { textTable } from "../report/text-table.ts";
import type { MemoryUse } from "./memory.ts";
import type { NeverReadingResult } from "./never-reading.ts";
import type { Phase } from "./phases.ts";
import type { Probe } from "./probe.ts";

export interface PhaseResult {
  readonly phase: Phase;
  readonly load: LoadResult;
  readonly memory: MemoryUse;
  /** Single transfers during the load. */
  readonly probes: readonly Probe[];
  readonly neverReading: NeverReadingResult | null;
  /** Null when it did not recover. */
  readonly recoverySeconds: number | null;
}

const RECOVERY_SECONDS_MAX = 2;
/** Memory counts as bounded when the second half of a phase exceeds the first by at most this. */
const GROWTH_MB_MAX = 50;
const GROWTH_RATIO_MAX = 1.15;

const is503 = ({ status }: Probe) => status === 503;

function isBounded([first, second]: MemoryUse["workerdHalvesMb"]): boolean {
  return second - first < GROWTH_MB_MAX || second < first * GROWTH_RATIO_MAX;
}

/** True when every probed 503 was clear; null without any 503. */
function retryAfterOk(probes: readonly Probe[]): boolean | null {
  const refused = probes.filter(is503);
  return refused.length === 0 ? null : refused.every(({ isClear503 }) => isClear503);
}

/** A sentence for each target that a phase missed. */
export function missedBy({ phase, load, memory, probes, recoverySeconds }: PhaseResult): string[] {
  const [first, second] = memory.workerdHalvesMb;
  const missed = [
    ...(phase.bound !== null && load.refused === 0 ? [`${phase.bound} was not reached`] : []),
    ...(phase.bound === null && load.refused > 0 ? [`${load.refused} were refused`] : []),
    ...(retryAfterOk(probes) === false ? ["a 503 without Retry-After or service_busy"] : []),
    ...(isBounded([first, second]) ? [] : [`workerd grew from ${first} to ${second} MB`]),
    ...(recoverySeconds !== null && recoverySeconds <= RECOVERY_SECONDS_MAX
      ? []
      : [`recovery took ${recoverySeconds?.toFixed(1) ?? "over 30"} s`]),
  ];
  return missed.map((what) => `${phase.name}: ${what}`);
}

const HEAD = [
  "phase",
  "connections",
  "succeeded/s",
  "refused",
  "unanswered",
  "p99 ms",
  "probed 503 (clear)",
  "workerd MB",
  "gateway MB",
  "postgres MB",
  "recovery s",
];

export function overloadTable(results: readonly PhaseResult[]): string {
  const rows = results.map(({ phase, load, memory, probes, neverReading, recoverySeconds }) => {
    const refused = probes.filter(is503);
    const [first, second] = memory.workerdHalvesMb;
    return [
      phase.name,
      `${phase.connections}${neverReading ? ` + ${neverReading.clients}` : ""}`,
      (load.succeeded / load.seconds).toFixed(0),
      String(load.refused),
      String(load.unanswered),
      load.latency.p99.toFixed(0),
      `${refused.length}/${probes.length} (${refused.filter((one) => one.isClear503).length})`,
      `${memory.peakMb.workerd} (${first}→${second})`,
      String(memory.peakMb.gateway),
      String(memory.peakMb.postgres),
      recoverySeconds?.toFixed(2) ?? "–",
    ];
  });
  return textTable(HEAD, rows);
}

export const phaseRecord = (result: PhaseResult) => {
  const { phase, load, memory, probes, neverReading, recoverySeconds } = result;
  return {
    name: phase.name,
    workload: phase.workload,
    connections: phase.connections,
    seconds: load.seconds,
    bound: phase.bound,
    /** Includes refusals. */
    answered: load.succeeded + load.refused,
    refused: load.refused,
    unanswered: load.unanswered,
    retry_after_ok: retryAfterOk(probes),
    probe_statuses: Object.fromEntries(
      [...Map.groupBy(probes, ({ status }) => status)].map(([status, all]) => [status, all.length]),
    ),
    p50_ms: load.latency.p50,
    p99_ms: load.latency.p99,
    rss_peak_mb: memory.peakMb,
    workerd_rss_halves_mb: memory.workerdHalvesMb,
    never_reading: neverReading && {
      clients: neverReading.clients,
      requests_sent: neverReading.requestsSent,
      stuck: neverReading.stuck,
      broken: neverReading.broken,
    },
    recovery_seconds: recoverySeconds,
    missed: missedBy(result),
  };
};
