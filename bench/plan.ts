// What a run measures, in its order. The tasks of one round stand next to one another, so that what the
// machine does meanwhile, it does to all whose figures are divided by each other's.
import type { Task } from "./measure.ts";
import type { Server, Workload } from "./measurement.ts";

export const ROUNDS = 3;

/** What shares its databases, and is proven together. */
export interface Section {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/** A server at a workload with a count of connections; for pgbench, of clients. */
type Seat = readonly [Server, Workload, number];
/** Seats that are measured in turn, round after round. */
type Group = readonly Seat[];

const SECONDS = 3;
const PGBENCH_SECONDS = 2;
// scrypt takes half a second of CPU for each log-in.
const LOG_IN_SECONDS = 5;
const WARM_UP_SECONDS = 1;
// V8 compiles what is hot within the first seconds.
const FIRST_WARM_UP_SECONDS = 4;
// It answers some 20 requests a second: with fewer seconds, hardly any of hundreds.
const TEXTBOOK: Server = "workers-textbook";
const TEXTBOOK_SECONDS = 5;
const TEXTBOOK_FULL_SECONDS = 12;
const FLOOR: Server = "platform-floor";
/** Where it is at its fastest: of hundreds, most wait for a connection or a row when the window closes. */
const TEXTBOOK_BEST = 16;
export const CONNECTIONS_MAX = 256;

const BOTH: readonly Server[] = ["mahfaza", "node"];
const WITH_DISK: readonly Server[] = ["mahfaza", "mahfaza-disk", "node"];
const TRANSFERS: readonly Workload[] = ["random", "hot-payer", "hot-payee"];

const at = (workload: Workload, connections: number, servers: readonly Server[]): Group =>
  servers.map((server): Seat => [server, workload, connections]);

const clients = (workload: Workload, server: Server, counts: readonly number[]): Group =>
  counts.map((count): Seat => [server, workload, count]);

export const isPgbench = (server: Server): boolean => server.startsWith("pgbench-");

function secondsOf([server, workload, connections]: Seat): number {
  if (isPgbench(server)) return PGBENCH_SECONDS;
  if (workload === "log-in") return LOG_IN_SECONDS;
  if (server !== TEXTBOOK) return SECONDS;
  return connections === CONNECTIONS_MAX ? TEXTBOOK_FULL_SECONDS : TEXTBOOK_SECONDS;
}

function section(name: string, groups: readonly Group[]): Section {
  const warm = new Set<Server>();
  const task = (seat: Seat, round: number): Task => {
    const [server, workload, connections] = seat;
    const isFirst = !isPgbench(server) && !warm.has(server);
    warm.add(server);
    const warmUpSeconds = isFirst ? FIRST_WARM_UP_SECONDS : WARM_UP_SECONDS;
    return { server, workload, connections, round, seconds: secondsOf(seat), warmUpSeconds };
  };
  const tasks = groups.flatMap((group) =>
    Array.from({ length: ROUNDS }, (_, index) => group.map((seat) => task(seat, index + 1))).flat(),
  );
  return { name, tasks };
}

const interactive = (workload: Workload): Group =>
  clients(workload, "pgbench-interactive", workload === "random" ? [1, 2, 4, 8] : [1, 2, 4]);

const ceilings = (workload: Workload): Group => [
  ...interactive(workload),
  ...clients(workload, "pgbench-function", workload === "random" ? [1, 4] : [1, 2]),
  ...clients(workload, "pgbench-batch", [1]),
];

/** Everything: some 20 minutes. */
export function fullPlan(): Section[] {
  const counts = [1, 16, 64, CONNECTIONS_MAX];
  return [
    // A round has all three kinds of transfers, so that their speeds can be compared.
    section("transfers at full load", [
      [
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, ["mahfaza"])),
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, [FLOOR])),
        ...at("random", CONNECTIONS_MAX, ["mahfaza-disk"]),
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, ["node"])),
        ...TRANSFERS.flatMap(ceilings),
        ...TRANSFERS.flatMap((workload) => at(workload, TEXTBOOK_BEST, [TEXTBOOK])),
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, [TEXTBOOK])),
      ],
    ]),
    section("transfers at less", [
      at("random", 1, [...BOTH, TEXTBOOK, FLOOR]),
      at("random", 16, WITH_DISK),
      at("random", 64, BOTH),
      ...[1, 16, 64].flatMap((count) => [
        at("hot-payer", count, BOTH),
        at("hot-payee", count, BOTH),
      ]),
    ]),
    section(
      "reads",
      counts.map((count) => at("reads", count, BOTH)),
    ),
    section(
      "deposits",
      counts.map((count) => at("deposits", count, BOTH)),
    ),
    section("log-in", [at("log-in", 4, BOTH)]),
  ];
}

/** The ratios with a target, and nothing else: under 10 minutes. */
export function quickPlan(): Section[] {
  return [
    section("transfers", [
      at("random", 1, [...BOTH, FLOOR]),
      [
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, ["mahfaza"])),
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, [FLOOR])),
        ...TRANSFERS.flatMap((workload) => at(workload, CONNECTIONS_MAX, ["node"])),
        ...TRANSFERS.flatMap(interactive),
        ...TRANSFERS.flatMap((workload) => at(workload, TEXTBOOK_BEST, [TEXTBOOK])),
      ],
    ]),
    section("reads", [at("reads", CONNECTIONS_MAX, BOTH)]),
  ];
}

/** How long the loads of these sections take, without what starts and proves around them. */
export const loadSecondsOf = (sections: readonly Section[]): number =>
  sections
    .flatMap(({ tasks }) => tasks)
    .reduce((sum, { seconds, warmUpSeconds }) => sum + seconds + warmUpSeconds, 0);
