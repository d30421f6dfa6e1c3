// The measurements of a run, in order. The tasks of one round are neighbours, so that other work of the machine
// affects all figures that are compared.
import type { Task } from "./measure.ts";
import type { Server, Workload } from "./measurement.ts";

export const ROUNDS = 3;

/** Tasks that share databases, which are reconciled together at the end. */
export interface Section {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/** A server, a workload and a count of connections (for pgbench: of clients). */
type Series = readonly [Server, Workload, number];
/** Series that are measured in turn, round after round. */
type Group = readonly Series[];

const SECONDS = 3;
const PGBENCH_SECONDS = 2;
// scrypt takes half a second of CPU for each login.
const LOG_IN_SECONDS = 5;
const WARM_UP_SECONDS = 1;
// V8 compiles what is hot within the first seconds.
const FIRST_WARM_UP_SECONDS = 4;
// It answers about 20 requests a second, so a short measurement would see too few of hundreds.
const TEXTBOOK: Server = "workers-textbook";
const TEXTBOOK_SECONDS = 5;
const TEXTBOOK_FULL_SECONDS = 12;
const FLOOR: Server = "platform-floor";
/** The count of connections at which it is fastest: with hundreds, most requests wait for a connection or a row. */
const TEXTBOOK_BEST = 16;
export const CONNECTIONS_MAX = 256;

const BOTH: readonly Server[] = ["mahfaza", "node"];
const WITH_DISK: readonly Server[] = ["mahfaza", "mahfaza-disk", "node"];
const TRANSFERS: readonly Workload[] = ["random", "hot-payer", "hot-payee"];

const at = (workload: Workload, connections: number, servers: readonly Server[]): Group =>
  servers.map((server): Series => [server, workload, connections]);

const clients = (workload: Workload, server: Server, counts: readonly number[]): Group =>
  counts.map((count): Series => [server, workload, count]);

export const isPgbench = (server: Server): boolean => server.startsWith("pgbench-");

function secondsOf([server, workload, connections]: Series): number {
  if (isPgbench(server)) return PGBENCH_SECONDS;
  if (workload === "log-in") return LOG_IN_SECONDS;
  if (server !== TEXTBOOK) return SECONDS;
  return connections === CONNECTIONS_MAX ? TEXTBOOK_FULL_SECONDS : TEXTBOOK_SECONDS;
}

function section(name: string, groups: readonly Group[]): Section {
  const warm = new Set<Server>();
  const task = (series: Series, round: number): Task => {
    const [server, workload, connections] = series;
    const isFirst = !isPgbench(server) && !warm.has(server);
    warm.add(server);
    const warmUpSeconds = isFirst ? FIRST_WARM_UP_SECONDS : WARM_UP_SECONDS;
    return { server, workload, connections, round, seconds: secondsOf(series), warmUpSeconds };
  };
  const tasks = groups.flatMap((group) =>
    Array.from({ length: ROUNDS }, (_, index) =>
      group.map((series) => task(series, index + 1)),
    ).flat(),
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

/** All measurements: about 20 minutes. */
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

/** Only the measurements for ratios with a target: under 10 minutes. */
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

/** The seconds of load in these sections, without the time to start servers and to check ledgers. */
export const loadSecondsOf = (sections: readonly Section[]): number =>
  sections
    .flatMap(({ tasks }) => tasks)
    .reduce((sum, { seconds, warmUpSeconds }) => sum + seconds + warmUpSeconds, 0);
