/** The kinds of load. */
export const WORKLOADS = [
  "random",
  "hot-payer",
  "hot-payee",
  "reads",
  "deposits",
  "log-in",
] as const;
export type Workload = (typeof WORKLOADS)[number];

/** The measured servers, by their names in the report and the results. */
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

/** One workload on one server for some seconds. It is reported only when the ledger reconciles afterwards. */
export interface Measurement {
  readonly server: Server;
  readonly workload: Workload;
  /** Connections; each has one request in progress. */
  readonly connections: number;
  /** Counts from 1. The servers of one round are measured directly one after another. */
  readonly round: number;
  readonly seconds: number;
  /** Successful answers. For pgbench-batch: transfers, not statements. */
  readonly succeeded: number;
  /** Answers with a status of 400 or more. */
  readonly refused: number;
  /** Requests without an answer in time, and connections that broke. */
  readonly unanswered: number;
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Mean number of commands in one commit; null when the server has no batches. */
  readonly batchMean: number | null;
  /** CPU seconds during the measurement, by process: "client", "worker", "gateway", "postgres", "node". */
  readonly cpuSeconds: Readonly<Record<string, number>>;
}
