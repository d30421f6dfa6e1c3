/** What is asked of a server. */
export const WORKLOADS = [
  "random",
  "hot-payer",
  "hot-payee",
  "reads",
  "deposits",
  "log-in",
] as const;
export type Workload = (typeof WORKLOADS)[number];

/** Who is asked, by the name that the report and the results carry. */
export const SERVERS = [
  "mahfaza",
  "mahfaza-disk",
  "node",
  "workers-textbook",
  "platform-floor",
  "pgbench-interactive",
  "pgbench-function",
  "pgbench-batch",
] as const;
export type Server = (typeof SERVERS)[number];

/** One workload against one server for some seconds. It exists only when the books were proven after it. */
export interface Measurement {
  readonly server: Server;
  readonly workload: Workload;
  /** Connections that each have one request under way. */
  readonly connections: number;
  /** Counts from 1; the servers of one round were measured right after one another. */
  readonly round: number;
  readonly seconds: number;
  /** Answers that did what was asked. For pgbench-batch: transfers, not statements. */
  readonly succeeded: number;
  /** Answers that said no, with a status of 400 or more. */
  readonly refused: number;
  /** Requests without an answer in time, and connections that broke. */
  readonly unanswered: number;
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Commands in one commit, on average; null where the server has no batches or did not say. */
  readonly batchMean: number | null;
  /** CPU seconds spent meanwhile, by process: "client", "worker", "gateway", "postgres", "node". */
  readonly cpuSeconds: Readonly<Record<string, number>>;
}
