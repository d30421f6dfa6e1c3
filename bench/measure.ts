import type { Contestant } from "./contestants.ts";
import { endedChildrenCpuSeconds, treeCpuSeconds } from "./cpu-seconds.ts";
import { withClient } from "./database.ts";
import { runWrk } from "./load/run-wrk.ts";
import type { Measurement, Server, Workload } from "./measurement.ts";
import { PASSWORD } from "./people.ts";
import { meanBatch, type RunDatabases } from "./run-databases.ts";
import { untilQuiet } from "./until-quiet.ts";

export interface Task {
  readonly server: Server;
  readonly workload: Workload;
  readonly connections: number;
  readonly round: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

const WARM_CONNECTIONS = 16;
// Hundreds of requests for one row wait longer; with a shorter time-out, late answers would be left out.
const TEXTBOOK_TIMEOUT_SECONDS = 30;
let loads = 0;

/** CPU seconds that `work` spends in the client's process and in the given process trees. */
export async function cpuSecondsOf<T>(
  processes: Readonly<Record<string, number>>,
  work: () => Promise<T>,
): Promise<{ result: T; cpuSeconds: Record<string, number> }> {
  const read = () => ({
    client: endedChildrenCpuSeconds(),
    ...Object.fromEntries(
      Object.entries(processes).map(([name, pid]) => [name, treeCpuSeconds(pid)]),
    ),
  });
  const before: Record<string, number> = read();
  const result = await work();
  const after: Record<string, number> = read();
  const spent = Object.entries(after).map(([name, s]) => [name, s - (before[name] ?? 0)] as const);
  return { result, cpuSeconds: Object.fromEntries(spent) };
}

/**
 * Warms a server up and measures it while nothing else runs. Before and after, it waits until the server has
 * finished the requests that wrk gave up: with hundreds of connections a slow server needs seconds for them, which
 * would distort its own figures or the next server's. The caller checks the ledger.
 */
export async function measure(
  task: Task,
  contestant: Contestant,
  databases: RunDatabases,
  peopleFile: string,
): Promise<Measurement> {
  const { warmUpSeconds, seconds, ...named } = task;
  const { server, workload, connections } = named;
  const isTextbook = server === "workers-textbook";
  const { databaseUrl } = contestant;
  const everything = { ...contestant.processes, postgres: databases.pid };
  const processes = databaseUrl === null ? contestant.processes : everything;
  const load = (count: number, during: number) =>
    runWrk({
      ...{ url: contestant.url, workload, connections: count, seconds: during, peopleFile },
      ...{ password: PASSWORD, keyPrefix: `${server}-${++loads}` },
      ...(isTextbook && { timeoutSeconds: TEXTBOOK_TIMEOUT_SECONDS }),
    });
  await databases.settle();
  // workers-textbook keeps only its code warm, and would need half a minute to finish hundreds of requests.
  // The others are warmed by several connections, so that V8 has compiled the hot code.
  await load(isTextbook ? 1 : Math.max(connections, WARM_CONNECTIONS), warmUpSeconds);
  await untilQuiet(everything);
  const sinceMs = Date.now();
  const { result, cpuSeconds } = await cpuSecondsOf(processes, () => load(connections, seconds));
  if (isTextbook && databaseUrl) await endSessions(databaseUrl);
  await untilQuiet(everything);
  const isBatched = server === "mahfaza" || server === "mahfaza-disk";
  const batchMean = isBatched && databaseUrl ? await meanBatch(databaseUrl, sinceMs) : null;
  return { ...named, ...result, batchMean, cpuSeconds };
}

/** Ends the requests of workers-textbook that wrk gave up: hundreds in a queue for one row take half a minute. */
const endSessions = (databaseUrl: string) =>
  withClient(databaseUrl, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
    ),
  );
