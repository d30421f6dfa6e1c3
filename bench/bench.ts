// `npm run bench`: mahfaza, what people would build instead, and Postgres alone, in one run on one machine.
// `-- --quick` measures what the main ratios need. A run whose books do not hold tells no number.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runScript } from "../scripts/complaint.ts";
import { projectRoot } from "../scripts/places.ts";
import { type Bench, WALLETS } from "./bench-run.ts";
import { type Books, openBooks, proveBooks } from "./books.ts";
import { Contestants } from "./contestants.ts";
import { measureEmptyStart } from "./empty-start.ts";
import { labelled, type RunFacts, readFacts, requireTools } from "./facts.ts";
import { cpuSecondsOf, measure, type Task } from "./measure.ts";
import type { Measurement } from "./measurement.ts";
import { type PgbenchOptions, runPgbench, setUpPgbench } from "./peers/pgbench.ts";
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
import { untilInterrupted } from "./until-interrupted.ts";

// A token lives for ten minutes.
const PEOPLE_FRESH_MS = 5 * 60_000;
// The textbook holds a connection for each request under way, and the requests that wrk left behind.
const POSTGRES = { max_connections: "600" };

/** What measures the tasks of a server, or of pgbench, on a database of its own. */
interface Lane {
  readonly databaseUrl: string;
  measure(task: Task, peopleFile: string): Promise<Measurement>;
  stop(): Promise<void>;
}

const laneOf = ({ server }: Task) => `bench_${server.replaceAll("-", "_")}`;

async function openLane({ books, contestants }: Bench, task: Task): Promise<Lane> {
  const databaseUrl = await books.copy(laneOf(task));
  if (isPgbench(task.server)) {
    await setUpPgbench(databaseUrl);
    return {
      databaseUrl,
      measure: (one) => pgbench(books, databaseUrl, one),
      stop: async () => {},
    };
  }
  const contestant = await contestants.start(task.server, databaseUrl);
  return {
    databaseUrl,
    measure: (one, peopleFile) => measure(one, contestant, books, databaseUrl, peopleFile),
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

function tell({ server, workload, connections, round, latency, ...rest }: Measurement): void {
  const speed = `${Math.round(rest.succeeded / rest.seconds)}/s`;
  const delays = `p50 ${latency.p50.toFixed(1)} p99 ${latency.p99.toFixed(1)} ms`;
  const failures = `${rest.refused} refused, ${rest.unanswered} unanswered`;
  const subject = `${server.padEnd(19)} ${workload.padEnd(9)} × ${`${connections}`.padEnd(3)} round ${round}`;
  console.log(`${subject} ${speed.padStart(8)}, ${delays}, ${failures}`);
}

/** Resolves when the books of all its databases are proven. */
async function runSection(bench: Bench, { name, tasks }: Section): Promise<Measurement[]> {
  console.log(`\n${name}: ${tasks.length} measurements`);
  const peopleFile = path.join(bench.folder, "people.txt");
  const lanes = new Map<string, Lane>();
  const measurements: Measurement[] = [];
  let writtenMs = 0;
  try {
    for (const task of tasks) {
      if (!lanes.has(laneOf(task))) lanes.set(laneOf(task), await openLane(bench, task));
    }
    for (const task of tasks) {
      if (Date.now() - writtenMs > PEOPLE_FRESH_MS) {
        await writePeople(peopleFile, WALLETS);
        writtenMs = Date.now();
      }
      const lane = lanes.get(laneOf(task)) as Lane;
      const measurement = await bench.orInterrupted(lane.measure(task, peopleFile));
      tell(measurement);
      measurements.push(measurement);
    }
    for (const { databaseUrl } of lanes.values()) {
      await bench.orInterrupted(proveBooks(databaseUrl));
    }
  } finally {
    for (const lane of lanes.values()) await lane.stop();
  }
  for (const lane of lanes.keys()) await bench.books.drop(lane);
  return measurements;
}

function write(name: string, text: string): void {
  const file = path.join(projectRoot, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Under bench/results, and the plot of a full run under docs. Prints the report, too. */
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

/** Of the empty start's deposits to those of the same server on loaded books. */
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
  const facts = await readFacts(bench.books.url, requireTools());
  const sections = isQuick ? quickPlan() : fullPlan();
  const minutes = Math.ceil(loadSecondsOf(sections) / 60);
  console.log(`${minutes} minutes of load and some more around it`);
  const measurements: Measurement[] = [];
  for (const section of sections) measurements.push(...(await runSection(bench, section)));
  const settings = {
    ...facts.settings,
    wallets: WALLETS,
    plan: isQuick ? "quick" : "full",
    ...(await emptyStartVsLoaded(bench, measurements)),
  };
  report(isQuick, { ...facts, settings }, measurements);
}

async function main(): Promise<undefined> {
  requireTools();
  const orInterrupted = untilInterrupted();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-bench-people-"));
  const contestants = new Contestants();
  try {
    const books = await openBooks({ wallets: WALLETS, transactions: 0 }, POSTGRES);
    try {
      await run({ books, contestants, folder, orInterrupted }, process.argv.includes("--quick"));
    } finally {
      await books.stop();
    }
  } finally {
    contestants.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await runScript(main);
