// `npm run bench:profile [workload] [seconds]`: where the time of mahfaza's path goes, in the Worker and in
// Postgres. The profile itself, for Chrome's or VS Code's viewer, is bench/results/worker.cpuprofile.
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { Complaint, runScript } from "../scripts/complaint.ts";
import { projectRoot } from "../scripts/places.ts";
import { findFreePort } from "../scripts/ports.ts";
import { openBooks, proveBooks } from "./books.ts";
import { Contestants } from "./contestants.ts";
import { withClient } from "./database.ts";
import { runWrk } from "./load/run-wrk.ts";
import { WORKLOADS } from "./measurement.ts";
import { PASSWORD, writePeople } from "./people.ts";

/** What V8's inspector answers: the calls seen, and which of them ran at each sample. */
interface CpuProfile {
  readonly nodes: readonly CallNode[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

interface CallNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
}

const WALLETS = 10_000;
const CONNECTIONS = 256;
const WARM_UP_SECONDS = 3;
const SAMPLE_MICROSECONDS = 200;
const FUNCTIONS_SHOWN = 25;
// V8's own names for time without JavaScript.
const OUTSIDE = ["(idle)", "(program)", "(garbage collector)"];
const STATEMENTS = { shared_preload_libraries: "pg_stat_statements" };

const TOP_STATEMENTS = `
  SELECT calls::int, round(total_exec_time)::int AS total_ms,
    round((mean_exec_time * 1000)::numeric, 1)::float AS mean_us, rows::int,
    shared_blks_hit::int AS hit, shared_blks_read::int AS read, shared_blks_dirtied::int AS dirtied,
    left(regexp_replace(query, '\\s+', ' ', 'g'), 80) AS statement
  FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
  ORDER BY total_exec_time DESC LIMIT 16`;

/** Profiles the Worker behind this inspector while `work` is under way. */
async function profiled<T>(port: number, work: () => Promise<T>): Promise<[T, CpuProfile]> {
  const list = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const [target] = list as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Complaint("workerd's inspector shows no Worker");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, "open");
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on("message", (text) => {
    const { id, result } = JSON.parse(`${text}`);
    waiting.get(id)?.(result);
  });
  const call = (method: string, params = {}) =>
    new Promise<unknown>((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    await call("Profiler.enable");
    await call("Profiler.setSamplingInterval", { interval: SAMPLE_MICROSECONDS });
    await call("Profiler.start");
    const result = await work();
    const { profile } = (await call("Profiler.stop")) as { profile: CpuProfile };
    return [result, profile];
  } finally {
    socket.close();
  }
}

/** Percent of the profile's time that each function ran itself, most first. */
function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): (readonly [string, number])[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url ? ` ${url.split("/").at(-1)}:${lineNumber + 1}` : "";
      return [id, `${functionName || "(anonymous)"}${place}`];
    }),
  );
  const spent = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? "(unknown)";
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const total = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  return [...spent]
    .map(([name, time]) => [name, (time / total) * 100] as const)
    .sort(([, a], [, b]) => b - a);
}

function printFunctions(profile: CpuProfile): void {
  const times = selfTimes(profile);
  const line = ([name, percent]: readonly [string, number]) =>
    console.log(`${percent.toFixed(1).padStart(6)} %  ${name}`);
  console.log("\nthe Worker's thread, of its time");
  times.filter(([name]) => OUTSIDE.includes(name)).forEach(line);
  console.log(`\nthe ${FUNCTIONS_SHOWN} functions that ran longest themselves`);
  times
    .filter(([name]) => !OUTSIDE.includes(name))
    .slice(0, FUNCTIONS_SHOWN)
    .forEach(line);
}

function asSuperuser(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = "postgres";
  return url.href;
}

function readArguments(): { workload: string; seconds: number } {
  const [workload = "random", seconds = "8"] = process.argv.slice(2);
  if (!WORKLOADS.some((known) => known === workload)) {
    throw new Complaint(`the workload is one of ${WORKLOADS.join(", ")}`);
  }
  if (!(Number(seconds) >= 1)) throw new Complaint("the seconds are a number from 1");
  return { workload, seconds: Math.round(Number(seconds)) };
}

async function main(): Promise<undefined> {
  const { workload, seconds } = readArguments();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-profile-"));
  const contestants = new Contestants();
  const stops = [async () => rmSync(folder, { recursive: true, force: true })];
  stops.push(async () => contestants.close());
  try {
    const books = await openBooks({ wallets: WALLETS, transactions: 0 }, STATEMENTS);
    stops.push(() => books.stop());
    const databaseUrl = await books.copy("profiled");
    const ask = (text: string) =>
      withClient(asSuperuser(databaseUrl), (client) => client.query(text));
    await ask("CREATE EXTENSION pg_stat_statements");
    const port = await findFreePort();
    const contestant = await contestants.start("mahfaza", databaseUrl, { inspectorPort: port });
    stops.push(() => contestant.stop());
    const peopleFile = path.join(folder, "people.txt");
    await writePeople(peopleFile, WALLETS);
    const load = (during: number, ordinal: number) =>
      runWrk({
        ...{ url: contestant.url, workload, connections: CONNECTIONS, seconds: during },
        ...{ peopleFile, password: PASSWORD, keyPrefix: `profile-${ordinal}` },
      });
    await load(WARM_UP_SECONDS, 1);
    await ask("SELECT pg_stat_statements_reset()");
    const [result, profile] = await profiled(port, () => load(seconds, 2));
    const { rows } = await ask(TOP_STATEMENTS);
    await proveBooks(databaseUrl);
    const file = path.join(projectRoot, "bench/results/worker.cpuprofile");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
    const speed = Math.round(result.succeeded / result.seconds);
    console.log(`mahfaza ${workload} × ${CONNECTIONS}, while profiled: ${speed}/s`, result.latency);
    printFunctions(profile);
    console.log("\nPostgres' statements, the costliest first");
    console.table(rows);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

if (import.meta.main) await runScript(main);
