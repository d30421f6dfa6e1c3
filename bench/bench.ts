// `npm run bench`: measures mahfaza, usual alternatives and Postgres alone, in one run on one machine.
// `-- --quick` measures only the main ratios. A run whose ledger does not reconcile reports no figure.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { type Bench, WALLETS } from "./bench-run.ts";
import { Contestants } from "./contestants.ts";
import { measureEmptyStart } from "./empty-start.ts";
import { labelled, type RunFacts, readFacts, requireTools } from "./facts.ts";
import { walletIdOf } from "./fill.ts";
import { type Lane, openLane } from "./lane.ts";
import type { Measurement, Server } from "./measurement.ts";
import { writePeople } from "./people.ts";
import {
  CONNECTIONS_MAX,
  fullPlan,
  isPgbench,
  loadSecondsOf,
  quickPlan,
  type Section,
} from "./plan.ts";
import { markdown } from "./report/markdown.ts";
import { throughputPlot } from "./report/plot.ts";
import { namedRatios } from "./report/ratios.ts";
import { results } from "./report/results.ts";
import { summarize } from "./report/summary.ts";
import { openDatabases, PGBENCH_LEAVES_OUT, requireReconciled } from "./run-databases.ts";
import { countObjects, nameObjects } from "./serve/object-files.ts";
import { WORKER_OBJECTS } from "./serve/settings.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const USAGE = {
  command: "npm run bench [-- --quick]",
  text: `Measures mahfaza, usual alternatives and Postgres alone, and writes bench/results/latest.md.
  --quick  only the main ratios: 10 minutes instead of 25
Needs wrk and pgbench (Debian packages wrk and postgresql).`,
};

// An access token is valid for ten minutes.
const PEOPLE_FRESH_MS = 5 * 60_000;
// workers-textbook holds a connection for each request in progress, also for those that wrk has given up.
const POSTGRES = { max_connections: "600" };

function printMeasurement({
  server,
  workload,
  connections,
  round,
  latency,
  ...rest
}: Measurement): void {
  const speed = `${Math.round(rest.succeeded / rest.seconds)}/s`;
  const delays = `p50 ${latency.p50.toFixed(1)} p99 ${latency.p99.toFixed(1)} ms`;
  const failures = `${rest.refused} refused, ${rest.unanswered} unanswered`;
  const subject = `${server.padEnd(19)} ${workload.padEnd(9)} × ${`${connections}`.padEnd(3)} round ${round}`;
  console.log(`${subject} ${speed.padStart(8)}, ${delays}, ${failures}`);
}

interface SectionResult {
  readonly measurements: readonly Measurement[];
  /** A description of the objects on disk, by server. */
  readonly objects: Readonly<Record<string, string>>;
}

/** Runs the measurements of a section; resolves when the ledgers of all its databases reconcile. */
async function runSection(bench: Bench, { name, tasks }: Section): Promise<SectionResult> {
  console.log(`\n${name}: ${tasks.length} measurements`);
  const peopleFile = path.join(bench.folder, "people.txt");
  const lanes = new Map<Server, Lane>();
  const measurements: Measurement[] = [];
  const objects: Record<string, string> = {};
  let writtenMs = 0;
  try {
    for (const task of tasks) {
      if (!lanes.has(task.server)) lanes.set(task.server, await openLane(bench, task));
    }
    for (const task of tasks) {
      if (Date.now() - writtenMs > PEOPLE_FRESH_MS) {
        await writePeople(peopleFile, WALLETS);
        writtenMs = Date.now();
      }
      const lane = lanes.get(task.server) as Lane;
      const measurement = await bench.orInterrupted(lane.measure(task, peopleFile));
      printMeasurement(measurement);
      measurements.push(measurement);
    }
    for (const [server, { databaseUrl, objectsFolder }] of lanes) {
      const leavesOut = isPgbench(server) ? PGBENCH_LEAVES_OUT : undefined;
      if (databaseUrl) await bench.orInterrupted(requireReconciled(databaseUrl, leavesOut));
      if (objectsFolder) objects[`${server}_objects`] = describeObjects(server, objectsFolder);
    }
  } finally {
    for (const lane of lanes.values()) await lane.stop();
  }
  for (const { database } of lanes.values()) if (database) await bench.databases.drop(database);
  return { measurements, objects };
}

/** Counts the objects that the loads made, and those that are named by a wallet's id. Prints the result. */
function describeObjects(server: Server, folder: string): string {
  const { WALLET, LEDGER_WRITER } = WORKER_OBJECTS;
  const wallets = Array.from({ length: WALLETS }, (_, index) => walletIdOf(index + 1));
  const { named, unnamed } = nameObjects(folder, WALLET, wallets);
  const description = `${named.length + unnamed.length} wallet objects, ${named.length} of them named by a wallet's id; ${countObjects(folder, LEDGER_WRITER)} ledger writers`;
  console.log(`${server}: ${description}`);
  return description;
}

function write(name: string, text: string): void {
  const file = path.join(projectRoot, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes the report to bench/results, and a full run's plot to docs. Prints the report. */
function report(isQuick: boolean, facts: RunFacts, measurements: readonly Measurement[]): void {
  const summaries = summarize(measurements);
  const text = markdown(labelled(facts), summaries, namedRatios(measurements));
  const measuredAt = new Date().toISOString();
  const data = results({ measuredAt, ...facts, measurements });
  console.log(`\n${text}`);
  write("bench/results/latest.md", text);
  write("bench/results/latest.json", `${JSON.stringify(data, null, 2)}\n`);
  if (!isQuick) write("docs/throughput.svg", throughputPlot(summaries));
}

/** Deposits per second after an empty start, and their ratio to the same server's on a filled database. */
async function emptyStartVsLoaded(bench: Bench, measurements: readonly Measurement[]) {
  const loaded = summarize(measurements).find(
    ({ server, workload, connections }) =>
      server === "mahfaza" && workload === "deposits" && connections === CONNECTIONS_MAX,
  );
  if (!loaded) return {};
  const emptyStart = await measureEmptyStart(bench);
  return {
    empty_start_deposits_per_second: Math.round(emptyStart),
    empty_start_vs_loaded: Number((emptyStart / loaded.perSecond.median).toFixed(3)),
  };
}

async function run(bench: Bench, isQuick: boolean): Promise<undefined> {
  const facts = await readFacts(bench.databases.url, requireTools());
  const sections = isQuick ? quickPlan() : fullPlan();
  const minutes = Math.ceil(loadSecondsOf(sections) / 60);
  console.log(`${minutes} minutes of load, and some more to start and check`);
  const measurements: Measurement[] = [];
  const objects: Record<string, string> = {};
  for (const section of sections) {
    const result = await runSection(bench, section);
    measurements.push(...result.measurements);
    Object.assign(objects, result.objects);
  }
  const settings = {
    ...facts.settings,
    ...objects,
    wallets: WALLETS,
    plan: isQuick ? "quick" : "full",
    ...(await emptyStartVsLoaded(bench, measurements)),
  };
  report(isQuick, { ...facts, settings }, measurements);
}

async function main(): Promise<undefined> {
  const { quick } = readArguments(USAGE, { quick: { type: "boolean", default: false } }).values;
  requireTools();
  const orInterrupted = untilInterrupted();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-bench-people-"));
  const contestants = new Contestants();
  try {
    const databases = await openDatabases({ wallets: WALLETS, transactions: 0 }, POSTGRES);
    try {
      await run({ databases, contestants, folder, orInterrupted }, quick);
    } finally {
      await databases.stop();
    }
  } finally {
    contestants.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await runScript(main);
