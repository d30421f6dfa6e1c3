import { type Books, meanBatch } from "./books.ts";
import type { Contestant } from "./contestants.ts";
import { endedChildrenCpuSeconds, treeCpuSeconds } from "./cpu-seconds.ts";
import { runWrk } from "./load/run-wrk.ts";
import type { Measurement, Server, Workload } from "./measurement.ts";
import { PASSWORD } from "./people.ts";

export interface Task {
  readonly server: Server;
  readonly workload: Workload;
  readonly connections: number;
  readonly round: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

let loads = 0;

/** CPU seconds that some work spends in the client's process and the given process trees. */
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

/** Warms a server up and measures it. Its books are for the caller to prove. */
export async function measure(
  task: Task,
  contestant: Contestant,
  books: Books,
  databaseUrl: string,
  peopleFile: string,
): Promise<Measurement> {
  const { server, workload, connections, round, seconds, warmUpSeconds } = task;
  const load = (during: number) =>
    runWrk({
      url: contestant.url,
      workload,
      connections,
      seconds: during,
      peopleFile,
      password: PASSWORD,
      keyPrefix: `${server}-${process.pid}-${++loads}`,
    });
  await books.settle();
  await load(warmUpSeconds);
  const sinceMs = Date.now();
  const processes = { ...contestant.processes, postgres: books.pid };
  const { result, cpuSeconds } = await cpuSecondsOf(processes, () => load(seconds));
  const isBatched = server === "mahfaza" || server === "mahfaza-disk";
  const batchMean = isBatched ? await meanBatch(databaseUrl, sinceMs) : null;
  return { server, workload, connections, round, ...result, batchMean, cpuSeconds };
}
