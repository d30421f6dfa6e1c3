// A lane measures the tasks of one server or of pgbench. It has its own copy of the filled database; the lane of
// the platform's floor has no database.
import { type Bench, WALLETS } from "./bench-run.ts";
import type { Contestant } from "./contestants.ts";
import { cpuSecondsOf, measure, type Task } from "./measure.ts";
import type { Measurement } from "./measurement.ts";
import { type PgbenchOptions, runPgbench, setUpPgbench } from "./peers/pgbench.ts";
import { isPgbench } from "./plan.ts";
import type { RunDatabases } from "./run-databases.ts";

export interface Lane {
  /** The name of its database, which the caller reconciles and drops; null without a database. */
  readonly database: string | null;
  readonly databaseUrl: string | null;
  /** The folder of its Durable Objects' files; null without objects on disk. */
  readonly objectsFolder: string | null;
  measure(task: Task, peopleFile: string): Promise<Measurement>;
  stop(): Promise<void>;
}

/** Copies the database and starts the server. */
export async function openLane({ databases, contestants }: Bench, { server }: Task): Promise<Lane> {
  if (server === "platform-floor") return laneOf(databases, await contestants.startFloor(), null);
  const database = `bench_${server.replaceAll("-", "_")}`;
  const databaseUrl = await databases.copy(database);
  if (!isPgbench(server)) {
    return laneOf(databases, await contestants.start(server, databaseUrl), database);
  }
  await setUpPgbench(databaseUrl);
  return {
    database,
    databaseUrl,
    objectsFolder: null,
    measure: (task) => pgbench(databases, databaseUrl, task),
    stop: async () => {},
  };
}

function laneOf(databases: RunDatabases, contestant: Contestant, database: string | null): Lane {
  return {
    database,
    databaseUrl: contestant.databaseUrl,
    objectsFolder: contestant.objectsFolder,
    measure: (task, peopleFile) => measure(task, contestant, databases, peopleFile),
    stop: () => contestant.stop(),
  };
}

async function pgbench(
  databases: RunDatabases,
  databaseUrl: string,
  task: Task,
): Promise<Measurement> {
  const { connections: clients, seconds, round } = task;
  const script = task.server.replace("pgbench-", "") as PgbenchOptions["script"];
  const workload = task.workload as PgbenchOptions["workload"];
  const options = { databaseUrl, script, workload, clients, wallets: WALLETS, round };
  await databases.settle();
  // After a checkpoint the first change of each page writes the whole page, so pgbench warms up as servers do.
  await runPgbench({ ...options, seconds: task.warmUpSeconds });
  const { result, cpuSeconds } = await cpuSecondsOf({ postgres: databases.pid }, () =>
    runPgbench({ ...options, seconds }),
  );
  return { ...result, cpuSeconds };
}
