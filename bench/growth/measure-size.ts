// One size of database and its small reference: two databases of one Postgres, each with its own service. They are
// loaded in turns, so that other work of the machine affects both.
import path from "node:path";
import { UNQUEUED } from "../../src/crypto/hash-queue.ts";
import { hashPassword } from "../../src/crypto/password.ts";
import { type Contestant, Contestants } from "../contestants.ts";
import { type DatabaseSize, fillDatabase } from "../fill.ts";
import { type LoadResult, runWrk } from "../load/run-wrk.ts";
import { PASSWORD, PASSWORD_COST, spreadOver, writeChosenPeople } from "../people.ts";
import { openDatabases, type RunDatabases, requireReconciled } from "../run-databases.ts";
import type { OrInterrupted } from "../until-interrupted.ts";
import { untilQuiet } from "../until-quiet.ts";
import { type Pace, REFERENCE_WALLETS, referenceOf, SERIES, type Series } from "./sizes.ts";

/** The results of one round of one series, for the size and for its reference. */
export interface Pair {
  readonly series: Series;
  /** Counts from 1. */
  readonly round: number;
  readonly size: LoadResult;
  readonly reference: LoadResult;
}

export interface SizeMeasured {
  readonly size: DatabaseSize;
  readonly reference: DatabaseSize;
  /** Seconds to start Postgres and to fill the database of this size. */
  readonly fillSeconds: number;
  readonly reconcileSeconds: number;
  /** The size of the database, which is read into the shared buffers as far as it fits. */
  readonly databaseMb: number;
  /** The number of people who are clients, spread over all wallets. */
  readonly people: number;
  readonly pairs: readonly Pair[];
}

export interface Options {
  readonly pace: Pace;
  readonly peopleMax: number;
  /** A temporary folder for the files of people. */
  readonly folder: string;
  readonly orInterrupted: OrInterrupted;
}

interface Side {
  readonly contestant: Contestant;
  readonly people: readonly number[];
  readonly peopleFile: string;
}

type SideName = "size" | "reference";

let loads = 0;

/** Measures one size; resolves when the ledgers of both databases reconcile. */
export async function measureSize(size: DatabaseSize, options: Options): Promise<SizeMeasured> {
  const reference = referenceOf(size);
  const filling = stopwatch();
  const databases = await openDatabases(size);
  const fillSeconds = filling();
  try {
    const referenceUrl = await databases.empty("bench_reference");
    await fillDatabase(
      referenceUrl,
      reference,
      await hashPassword(PASSWORD, PASSWORD_COST, UNQUEUED),
    );
    console.log(`${size.wallets} wallets filled in ${fillSeconds.toFixed(0)} s`);
    const { orInterrupted } = options;
    await databases.warm(referenceUrl);
    const databaseMb = Math.round((await databases.warm(databases.url)) / 2 ** 20);
    const pairs = await measurePairs(databases, referenceUrl, size, options);
    const reconciling = stopwatch();
    await orInterrupted(requireReconciled(databases.url));
    const reconcileSeconds = reconciling();
    await orInterrupted(requireReconciled(referenceUrl));
    const people = Math.min(size.wallets, options.peopleMax);
    return { size, reference, fillSeconds, reconcileSeconds, databaseMb, people, pairs };
  } finally {
    await databases.stop();
  }
}

async function measurePairs(
  databases: RunDatabases,
  referenceUrl: string,
  size: DatabaseSize,
  { pace, peopleMax, folder, orInterrupted }: Options,
): Promise<Pair[]> {
  const contestants = new Contestants();
  const open = async (name: SideName, url: string, wallets: number): Promise<Side> => ({
    contestant: await contestants.start("mahfaza", url),
    people: spreadOver(wallets, peopleMax),
    peopleFile: path.join(folder, `${name}.txt`),
  });
  const sides: Partial<Record<SideName, Side>> = {};
  try {
    const ofSize = await open("size", databases.url, size.wallets);
    sides.size = ofSize;
    const ofReference = await open("reference", referenceUrl, REFERENCE_WALLETS);
    sides.reference = ofReference;
    // Only once: after a checkpoint the first change of a page writes the whole page. A large database has more
    // pages, so a checkpoint before each measurement would cost it more each time.
    await databases.settle();
    const pairs: Pair[] = [];
    for (const series of SERIES) {
      const both = { size: ofSize, reference: ofReference };
      pairs.push(...(await orInterrupted(measureSeries(both, series, pace))));
    }
    return pairs;
  } finally {
    for (const side of Object.values(sides)) await side.contestant.stop();
    contestants.close();
  }
}

async function measureSeries(
  sides: Readonly<Record<SideName, Side>>,
  series: Series,
  { rounds, seconds, warmUpSeconds }: Pace,
): Promise<Pair[]> {
  // Tokens are valid for ten minutes, so each series gets new ones.
  for (const { people, peopleFile } of Object.values(sides)) {
    await writeChosenPeople(peopleFile, people);
  }
  const load = (name: SideName, during: number) => runSide(sides[name], series, during);
  await load("size", warmUpSeconds);
  await load("reference", warmUpSeconds);
  const pairs: Pair[] = [];
  for (let round = 1; round <= rounds; round++) {
    // The two take turns to be first, so that a drift within a round favours neither.
    const order: SideName[] = round % 2 === 1 ? ["size", "reference"] : ["reference", "size"];
    const results: Partial<Record<SideName, LoadResult>> = {};
    for (const name of order) results[name] = await load(name, seconds);
    const { size, reference } = results as Record<SideName, LoadResult>;
    const figures = [size, reference].map(
      (one) => `${(one.succeeded / one.seconds).toFixed(0)}/s p99 ${one.latency.p99.toFixed(1)} ms`,
    );
    const failures = size.refused + size.unanswered + reference.refused + reference.unanswered;
    console.log(
      `${series.workload} × ${series.connections} round ${round}: ${figures.join(", reference ")}, ${failures} failed`,
    );
    pairs.push({ series, round, size, reference });
  }
  return pairs;
}

/** Loads one side. Requests that wrk gave up are finished before the other side's turn. */
async function runSide(
  side: Side,
  { workload, connections }: Series,
  seconds: number,
): Promise<LoadResult> {
  const result = await runWrk({
    url: side.contestant.url,
    workload,
    connections,
    seconds,
    peopleFile: side.peopleFile,
    password: PASSWORD,
    keyPrefix: `growth-${process.pid}-${++loads}`,
  });
  await untilQuiet(side.contestant.processes);
  return result;
}

function stopwatch(): () => number {
  const startMs = performance.now();
  return () => (performance.now() - startMs) / 1_000;
}
