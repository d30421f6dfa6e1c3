// The ratios of the report, with their targets.
import type { Measurement, Server, Workload } from "../measurement.ts";
import { CONNECTIONS_MAX } from "../plan.ts";
import {
  bestSeries,
  connectionCounts,
  type Figure,
  p50,
  pairedRatios,
  perSecond,
  type Series,
  spread,
} from "./summary.ts";

/** A ratio without unit: the median of one quotient for each round. */
export interface NamedRatio {
  readonly name: string;
  /** The median over the rounds. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly target: number | null;
  readonly comparison: "at least" | "at most" | null;
  /** Whether the median reaches the target; null without a target. */
  readonly isReached: boolean | null;
  readonly description: string;
}

interface Question {
  readonly name: string;
  readonly ours: Series;
  /** Null when the base was not measured at all. */
  readonly base: Series | null;
  readonly figure?: "per second" | "p50";
  readonly comparison?: "at least" | "at most";
  readonly target?: number;
}

const FIGURES: Readonly<Record<"per second" | "p50", Figure>> = { "per second": perSecond, p50 };

const at = (server: Server, workload: Workload, connections = CONNECTIONS_MAX): Series => ({
  server,
  workload,
  connections,
});

function questions(measurements: readonly Measurement[]): Question[] {
  const atLeast = (name: string, workload: Workload, base: Series | null, target?: number) => ({
    name,
    ours: at("mahfaza", workload),
    base,
    ...(target !== undefined && { target, comparison: "at least" as const }),
  });
  // pgbench and workers-textbook are slower with many clients, so each is compared at its best count.
  const best = (server: Server, workload: Workload) => bestSeries(measurements, server, workload);
  const textbook = (workload: Workload) => best("workers-textbook", workload);
  // scrypt and reads may be measured with fewer connections than transfers are.
  const mostShared = (name: string, workload: Workload, target?: number): Question => {
    const counts = new Set(connectionCounts(measurements, "node", workload));
    const shared = connectionCounts(measurements, "mahfaza", workload).filter((n) => counts.has(n));
    const connections = shared.at(-1) ?? CONNECTIONS_MAX;
    return {
      name,
      ours: at("mahfaza", workload, connections),
      base: at("node", workload, connections),
      ...(target !== undefined && { target, comparison: "at least" as const }),
    };
  };
  // The same path through the platform without a ledger: the difference is the cost of mahfaza's own code.
  const floor = (workload: Workload) => at("platform-floor", workload);
  const interactive = (workload: Workload) => best("pgbench-interactive", workload);
  return [
    atLeast("random_vs_platform_floor", "random", floor("random"), 0.65),
    atLeast("hot_payer_vs_platform_floor", "hot-payer", floor("hot-payer"), 0.85),
    atLeast("hot_payee_vs_platform_floor", "hot-payee", floor("hot-payee"), 0.7),
    atLeast("random_vs_node", "random", at("node", "random"), 2.3),
    atLeast("hot_payer_vs_node", "hot-payer", at("node", "hot-payer"), 5),
    atLeast("hot_payee_vs_node", "hot-payee", at("node", "hot-payee"), 4),
    atLeast("random_vs_workers_textbook", "random", textbook("random"), 12),
    atLeast("hot_payer_vs_workers_textbook", "hot-payer", textbook("hot-payer"), 20),
    atLeast("hot_payee_vs_workers_textbook", "hot-payee", textbook("hot-payee"), 20),
    {
      name: "latency_p50_vs_node",
      ours: at("mahfaza", "random", 1),
      base: at("node", "random", 1),
      figure: "p50",
      comparison: "at most",
      target: 1.4,
    },
    mostShared("reads_vs_node", "reads", 0.75),
    atLeast("hot_payer_vs_pgbench_interactive", "hot-payer", interactive("hot-payer"), 3),
    // Not a requirement; the report shows how close it is to 1.
    atLeast("random_vs_pgbench_interactive", "random", interactive("random"), 1),
    atLeast("hot_payee_vs_pgbench_interactive", "hot-payee", interactive("hot-payee")),
    atLeast("hot_payer_vs_random", "hot-payer", at("mahfaza", "random")),
    atLeast("hot_payee_vs_random", "hot-payee", at("mahfaza", "random")),
    atLeast("random_vs_pgbench_function", "random", best("pgbench-function", "random")),
    atLeast("hot_payee_vs_pgbench_function", "hot-payee", best("pgbench-function", "hot-payee")),
    atLeast("random_vs_pgbench_batch", "random", best("pgbench-batch", "random")),
    atLeast("hot_payee_vs_pgbench_batch", "hot-payee", best("pgbench-batch", "hot-payee")),
    mostShared("deposits_vs_node", "deposits"),
    mostShared("log_in_vs_node", "log-in"),
    {
      name: "disk_vs_memory",
      ours: at("mahfaza-disk", "random"),
      base: at("mahfaza", "random"),
    },
  ];
}

const nameOf = ({ server, workload, connections }: Series): string =>
  `${server} ${workload} × ${connections}`;

function answer(measurements: readonly Measurement[], question: Question): NamedRatio[] {
  const { name, ours, base, figure = "per second", comparison = null, target = null } = question;
  const ratio = base && spread(pairedRatios(measurements, ours, base, FIGURES[figure]));
  if (!ratio) return [];
  const { median: value, min, max } = ratio;
  const isReached = comparison === "at most" ? value <= (target ?? 0) : value >= (target ?? 0);
  return [
    {
      name,
      value,
      min,
      max,
      target,
      comparison,
      isReached: target === null ? null : isReached,
      description: `${figure}: ${nameOf(ours)} / ${nameOf(base)}`,
    },
  ];
}

/** In the order of the questions. A ratio whose two sides share no round is left out, as in a quick run. */
export function namedRatios(measurements: readonly Measurement[]): NamedRatio[] {
  return questions(measurements).flatMap((question) => answer(measurements, question));
}
