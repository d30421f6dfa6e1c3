// What a run measures, in its order. The tasks of one round stand next to one another, so that what the
// machine does meanwhile, it does to all whose figures are divided by each other's.
import type { Task } from "./measure.ts";
import type { Server, Workload } from "./measurement.ts";

export const ROUNDS = 3;

/** A server with a count of connections; for pgbench, of clients. */
type Seat = readonly [Server, number];
/** Seats that are measured in turn, round after round. */
type Group = readonly Seat[];

interface Pace {
  readonly serverSeconds: number;
  readonly pgbenchSeconds: number;
  readonly warmUpSeconds: number;
}

const FULL: Pace = { serverSeconds: 3, pgbenchSeconds: 2, warmUpSeconds: 1 };
const QUICK: Pace = { serverSeconds: 3, pgbenchSeconds: 3, warmUpSeconds: 1 };
// scrypt takes half a second of CPU for each log-in.
const LOG_IN: Pace = { ...FULL, serverSeconds: 5 };
// V8 compiles what is hot within the first seconds.
const FIRST_WARM_UP_SECONDS = 4;
// It answers some 20 requests a second: with fewer seconds, hardly any of hundreds.
const TEXTBOOK: Server = "workers-textbook";
const TEXTBOOK_SECONDS = 5;
const TEXTBOOK_FULL_SECONDS = 12;
/** Where it is at its fastest: of hundreds, most wait for a connection or a row when the window closes. */
const TEXTBOOK_BEST = 16;

const at = (connections: number, ...servers: readonly Server[]): Group =>
  servers.map((server): Seat => [server, connections]);

const clients = (server: Server, ...counts: readonly number[]): Group =>
  counts.map((count): Seat => [server, count]);

export const isPgbench = (server: Server): boolean => server.startsWith("pgbench-");

function secondsWith(server: Server, connections: number, pace: Pace): number {
  if (server !== TEXTBOOK) return pace.serverSeconds;
  return connections === 256 ? TEXTBOOK_FULL_SECONDS : TEXTBOOK_SECONDS;
}

function tasksOf(workload: Workload, pace: Pace, groups: readonly Group[]): Task[] {
  const warm = new Set<Server>();
  const task = ([server, connections]: Seat, round: number): Task => {
    const named = { server, workload, connections, round };
    if (isPgbench(server)) return { ...named, seconds: pace.pgbenchSeconds, warmUpSeconds: 0 };
    const warmUpSeconds = warm.has(server) ? pace.warmUpSeconds : FIRST_WARM_UP_SECONDS;
    warm.add(server);
    return { ...named, seconds: secondsWith(server, connections, pace), warmUpSeconds };
  };
  return groups.flatMap((group) =>
    Array.from({ length: ROUNDS }, (_, index) => group.map((seat) => task(seat, index + 1))).flat(),
  );
}

const ceilings = (...counts: readonly number[]): Group => [
  ...clients("pgbench-interactive", ...counts),
  ...clients("pgbench-function", ...counts),
  ...clients("pgbench-batch", 1),
];

/** Everything that the issue asks for: some 20 minutes. */
export function fullPlan(): Task[] {
  const both: readonly Server[] = ["mahfaza", "node"];
  const withDisk: readonly Server[] = ["mahfaza", "mahfaza-disk", "node"];
  const textbook: Group = [...at(TEXTBOOK_BEST, TEXTBOOK), ...at(256, TEXTBOOK)];
  const hot = [
    ...[1, 16, 64].map((count) => at(count, ...both)),
    [...at(256, ...both), ...ceilings(1, 4), ...textbook],
  ];
  const compared = [1, 16, 64, 256].map((count) => at(count, ...both));
  return [
    ...tasksOf("random", FULL, [
      at(1, ...both, TEXTBOOK),
      at(16, ...withDisk),
      at(64, ...both),
      [...at(256, ...withDisk), ...ceilings(1, 4, 16), ...textbook],
    ]),
    ...tasksOf("hot-payer", FULL, hot),
    ...tasksOf("hot-payee", FULL, hot),
    ...tasksOf("reads", FULL, compared),
    ...tasksOf("deposits", FULL, compared),
    ...tasksOf("log-in", LOG_IN, [at(4, ...both)]),
  ];
}

/** The ratios with a target, and nothing else: under 8 minutes. */
export function quickPlan(): Task[] {
  const full = (...counts: readonly number[]): Group => [
    ...at(256, "mahfaza", "node"),
    ...clients("pgbench-interactive", ...counts),
    ...at(TEXTBOOK_BEST, TEXTBOOK),
  ];
  return [
    ...tasksOf("random", QUICK, [at(1, "mahfaza", "node"), full(1, 4, 16)]),
    ...tasksOf("hot-payer", QUICK, [full(1, 4)]),
    ...tasksOf("hot-payee", QUICK, [full(1, 4)]),
  ];
}

/** How long the loads of these tasks take, without what starts and proves around them. */
export const secondsOf = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, { seconds, warmUpSeconds }) => sum + seconds + warmUpSeconds, 0);
