// What measures the tasks of one server, or of pgbench: with a copy of the filled database of its own, or,
// for the platform's floor, with no database at all.
import type { Bench } from "./bench-run.ts";
import { WALLETS } from "./bench-run.ts";
import type { Books } from "./books.ts";
import type { Contestant } from "./contestants.ts";
import { cpuSecondsOf, measure, type Task } from "./measure.ts";
import type { Measurement } from "./measurement.ts";
import { type PgbenchOptions, runPgbench, setUpPgbench } from "./peers/pgbench.ts";
import { isPgbench } from "./plan.ts";

export interface Lane {
  /** The name of its copy, which is to be proven and dropped; null without a database. */
  readonly database: string | null;
  readonly databaseUrl: string | null;
  /** Where the files of its Durable Objects lie; null without objects on disk. */
  readonly objectsFolder: string | null;
  measure(task: Task, peopleFile: string): Promise<Measurement>;
  stop(): Promise<void>;
}

/** Copies the database and starts the server. */
export async function openLane({ books, contestants }: Bench, { server }: Task): Promise<Lane> {
  if (server === "platform-floor") return laneOf(books, await contestants.startFloor(), null);
  const database = `bench_${server.replaceAll("-", "_")}`;
  const databaseUrl = await books.copy(database);
  if (!isPgbench(server)) {
    return laneOf(books, await contestants.start(server, databaseUrl), database);
  }
  await setUpPgbench(databaseUrl);
  return {
    database,
    databaseUrl,
    objectsFolder: null,
    measure: (task) => pgbench(books, databaseUrl, task),
    stop: async () => {},
  };
}

function laneOf(books: Books, contestant: Contestant, database: string | null): Lane {
  return {
    database,
    databaseUrl: contestant.databaseUrl,
    objectsFolder: contestant.objectsFolder,
    measure: (task, peopleFile) => measure(task, contestant, books, peopleFile),
    stop: () => contestant.stop(),
  };
}

async function pgbench(books: Books, databaseUrl: string, task: Task): Promise<Measurement> {
  const { connections: clients, seconds, round } = task;
  const script = task.server.replace("pgbench-", "") as PgbenchOptions["script"];
  const workload = task.workload as PgbenchOptions["workload"];
  const options = { databaseUrl, script, workload, clients, wallets: WALLETS, round };
  await books.settle();
  // After a checkpoint each page's first change writes the whole page: for servers, within their warm-up.
  await runPgbench({ ...options, seconds: task.warmUpSeconds });
  const { result, cpuSeconds } = await cpuSecondsOf({ postgres: books.pid }, () =>
    runPgbench({ ...options, seconds }),
  );
  return { ...result, cpuSeconds };
}
