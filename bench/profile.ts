// `npm run bench:profile [workload] [seconds] [connections]`: where mahfaza spends its time, in the Worker and in
// Postgres. Writes the CPU profile to bench/results/worker.cpuprofile, for Chrome's or VS Code's viewer.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CliError, runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { findFreePort } from "../scripts/system/ports.ts";
import { Contestants } from "./contestants.ts";
import { withClient } from "./database.ts";
import { type LoadResult, runWrk } from "./load/run-wrk.ts";
import { cpuSecondsOf } from "./measure.ts";
import { WORKLOADS, type Workload } from "./measurement.ts";
import { PASSWORD, writePeople } from "./people.ts";
import { profiled } from "./profile/cpu-profile.ts";
import { type SelfTimes, selfTimes } from "./profile/self-times.ts";
import { placesIn } from "./profile/source-places.ts";
import { textTable } from "./report/text-table.ts";
import { openDatabases, requireReconciled } from "./run-databases.ts";

const USAGE = {
  command: "npm run bench:profile [-- WORKLOAD [SECONDS [CONNECTIONS]]]",
  text: `Profiles the Worker and Postgres under load, and writes bench/results/worker.cpuprofile.
  WORKLOAD     ${WORKLOADS.join(", ")}; random by default
  SECONDS      8 by default
  CONNECTIONS  256 by default; 4 for log-in`,
};

const WALLETS = 10_000;
const CONNECTIONS = 256;
// scrypt takes half a second each: most of hundreds at once would not be answered in time.
const LOG_IN_CONNECTIONS = 4;
const WARM_UP_SECONDS = 3;
const GROUP_SHARE_MIN = 0.001;
const FUNCTIONS_SHOWN = 40;
const STATEMENTS = { shared_preload_libraries: "pg_stat_statements" };

const TOP_STATEMENTS = `
  SELECT calls::int, round(total_exec_time)::int AS total_ms,
    round((mean_exec_time * 1000)::numeric, 1)::float AS mean_us, rows::int,
    shared_blks_hit::int AS hit, shared_blks_read::int AS read, shared_blks_dirtied::int AS dirtied,
    left(regexp_replace(query, '\\s+', ' ', 'g'), 80) AS statement
  FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
  ORDER BY total_exec_time DESC LIMIT 16`;

const percent = (share: number): string => (share * 100).toFixed(1);

/** Prints the tables. `answerMicroseconds` is the CPU time of the Worker's process for one answer. */
function printTimes({ idle, groups, functions }: SelfTimes, answerMicroseconds: number): void {
  const row = (self: number, name: string): string[] => [
    percent(self),
    (self * answerMicroseconds).toFixed(1),
    name,
  ];
  console.log(`\nThe Worker spends ${answerMicroseconds.toFixed(0)} µs of CPU on one answer;`);
  console.log(`its thread is idle in ${percent(idle)} % of the samples. Shares are of the rest.\n`);
  const shown = groups.filter(({ withNatives }) => withNatives >= GROUP_SHARE_MIN);
  const groupHead = ["self %", "self µs an answer", "with natives it calls %", "module"];
  const groupRows = shown.map(({ name, self, withNatives }) => {
    const [share = "", cost = ""] = row(self, name);
    return [share, cost, percent(withNatives), name];
  });
  console.log(textTable(groupHead, groupRows, new Set([0, 1, 2])));
  console.log(`\nThe ${FUNCTIONS_SHOWN} functions that ran longest themselves\n`);
  const functionRows = functions.slice(0, FUNCTIONS_SHOWN).map(({ name, self }) => row(self, name));
  console.log(
    textTable(["self %", "self µs an answer", "function"], functionRows, new Set([0, 1])),
  );
}

function asSuperuser(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = "postgres";
  return url.href;
}

interface Arguments {
  readonly workload: Workload;
  readonly seconds: number;
  readonly connections: number;
}

function readLoad(): Arguments {
  const [name = "random", seconds = "8", connections] = readArguments(USAGE, {}, 3).positionals;
  const workload = WORKLOADS.find((known) => known === name);
  if (!workload) throw new CliError(`the workload is one of ${WORKLOADS.join(", ")}`);
  const usual = workload === "log-in" ? LOG_IN_CONNECTIONS : CONNECTIONS;
  const counts = { seconds: Number(seconds), connections: Number(connections ?? usual) };
  for (const [what, count] of Object.entries(counts)) {
    if (!Number.isInteger(count) || count < 1) throw new CliError(`${what}: a whole number from 1`);
  }
  return { workload, ...counts };
}

function writeProfile(profile: object): void {
  const file = path.join(projectRoot, "bench/results/worker.cpuprofile");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(profile));
}

const answersOf = ({ succeeded, refused }: LoadResult): number => Math.max(succeeded + refused, 1);

async function main(): Promise<undefined> {
  const { workload, seconds, connections } = readLoad();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-profile-"));
  const contestants = new Contestants({ isMinified: false });
  const stops = [async () => rmSync(folder, { recursive: true, force: true })];
  stops.push(async () => contestants.close());
  try {
    const databases = await openDatabases({ wallets: WALLETS, transactions: 0 }, STATEMENTS);
    stops.push(() => databases.stop());
    const databaseUrl = await databases.copy("profiled");
    const ask = (text: string) =>
      withClient(asSuperuser(databaseUrl), (client) => client.query(text));
    await ask("CREATE EXTENSION pg_stat_statements");
    const port = await findFreePort();
    const contestant = await contestants.start("mahfaza", databaseUrl, { inspectorPort: port });
    stops.push(() => contestant.stop());
    const build = await contestants.mahfazaBuild();
    const peopleFile = path.join(folder, "people.txt");
    await writePeople(peopleFile, WALLETS);
    const load = (during: number, ordinal: number) =>
      runWrk({
        ...{ url: contestant.url, workload, connections, seconds: during },
        ...{ peopleFile, password: PASSWORD, keyPrefix: `profile-${ordinal}` },
      });
    await load(WARM_UP_SECONDS, 1);
    await ask("SELECT pg_stat_statements_reset()");
    const [{ result, cpuSeconds }, profile] = await profiled(port, () =>
      cpuSecondsOf(contestant.processes, () => load(seconds, 2)),
    );
    const { rows } = await ask(TOP_STATEMENTS);
    await requireReconciled(databaseUrl);
    writeProfile(profile);
    const speed = Math.round(result.succeeded / result.seconds);
    const failures = `${result.refused} refused, ${result.unanswered} unanswered`;
    console.log(`mahfaza ${workload} × ${connections}, while profiled: ${speed}/s, ${failures}`);
    console.log(result.latency);
    const answerMicroseconds = ((cpuSeconds.worker ?? 0) / answersOf(result)) * 1e6;
    const findPlace = placesIn(build.folder, build.script);
    printTimes(selfTimes(profile, findPlace), answerMicroseconds);
    console.log("\nPostgres' statements, the costliest first");
    console.table(rows);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

if (import.meta.main) await runScript(main);
