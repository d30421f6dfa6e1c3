// A probe runs code of the service and names the SQL statements that this code sends.
import { median } from "../report/summary.ts";
import { type Findings, findingsOf, printed } from "./plan-node.ts";
import type { Execution } from "./plans.ts";

export interface Probe {
  readonly name: string;
  /** In order of execution, without settings and nested statements. */
  readonly statements: readonly string[];
  /** Runs the code once. */
  run(): Promise<void>;
  take(): Execution[];
  /** Turns the plans of nested statements on or off; they cost time. */
  nest(isOn: boolean): Promise<unknown>;
}

export interface Line extends Findings {
  readonly name: string;
  /** The median in milliseconds, including nested statements. */
  readonly ms: number;
  readonly plan: string;
}

const RUNS = 5;

/** Nested statements: the checks and functions of the database. */
const NESTED = [
  ["foreign keys", /^SELECT 1 FROM ONLY/],
  ["sum trigger", /FROM posted\b/],
  ["ledger clock", /pg_advisory_xact_lock\(1, 0\)|ledger_clock/],
  ["order of events", /id IN \(one, other\)|hashtextextended|greatest\(clock_timestamp\(\)/],
] as const;

const kindOf = ({ text }: Execution): "setting" | "statement" | (typeof NESTED)[number][0] => {
  if (/^\s*(SET|SELECT count\(set_config)\b/i.test(text)) return "setting";
  return NESTED.find(([, pattern]) => pattern.test(text))?.[0] ?? "statement";
};

/** One line for each statement of a probe, and one for each kind of nested statement. */
export async function measure(probe: Probe): Promise<Line[]> {
  // The first run plans prepared statements and reads pages into the buffers.
  await probe.nest(false);
  await probe.run();
  probe.take();
  const runs: Map<string, Execution[]>[] = [];
  for (let i = 0; i < RUNS; i++) {
    await probe.run();
    runs.push(byName(probe));
  }
  await probe.nest(true);
  await probe.run();
  return [...byName(probe)].map(([name, nested]) => {
    const timed = runs.map((run) => run.get(name) ?? nested);
    return {
      name: nested.length > 1 ? `${name} ×${nested.length}` : name,
      ms: median(timed.map((executions) => sum(executions, (e) => e.ms))) ?? Number.NaN,
      plan: [...new Set(nested.map((e) => `${e.text}\n${printed(e.plan)}`))].slice(0, 8).join("\n"),
      ...together(nested.map((e) => findingsOf(e.plan))),
    };
  });
}

function byName({ name, statements, take }: Probe): Map<string, Execution[]> {
  const found = new Map<string, Execution[]>();
  let ordinal = 0;
  for (const execution of take()) {
    const kind = kindOf(execution);
    if (kind === "setting") continue;
    const what = kind === "statement" ? (statements[ordinal++] ?? "unnamed") : kind;
    const key = `${name}: ${what}`;
    found.set(key, [...(found.get(key) ?? []), execution]);
  }
  if (ordinal !== statements.length) {
    throw new Error(`${name} made ${ordinal} statements, not ${statements.length}`);
  }
  return found;
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

const together = (findings: readonly Findings[]): Findings => ({
  hit: sum(findings, (f) => f.hit),
  read: sum(findings, (f) => f.read),
  rowsMax: Math.max(...findings.map((f) => f.rowsMax)),
  remarks: [...new Set(findings.flatMap((f) => f.remarks))],
});
