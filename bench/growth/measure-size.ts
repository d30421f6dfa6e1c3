// One size of books beside its reference: two databases of one Postgres, each with a service of its own,
// loaded in turns, so that whatever the machine does it does to both.
import path from "node:path";
import { UNQUEUED } from "../../src/crypto/hash-queue.ts";
import { hashPassword } from "../../src/crypto/password.ts";
import { type Books, openBooks, proveBooks } from "../books.ts";
import { type Contestant, Contestants } from "../contestants.ts";
import { type BooksSize, fillBooks } from "../fill.ts";
import { type LoadResult, runWrk } from "../load/run-wrk.ts";
import { PASSWORD, PASSWORD_COST, spreadOver, writeChosenPeople } from "../people.ts";
import type { OrInterrupted } from "../until-interrupted.ts";
import { untilQuiet } from "../until-quiet.ts";
import { type Pace, REFERENCE_WALLETS, referenceOf, SERIES, type Series } from "./sizes.ts";

/** One round of one series, of the size and of its reference. */
export interface Pair {
  readonly series: Series;
  /** Counts from 1. */
  readonly round: number;
  readonly size: LoadResult;
  readonly reference: LoadResult;
}

export interface SizeMeasured {
  readonly size: BooksSize;
  readonly reference: BooksSize;
  /** Of the size's own books, with the start of their Postgres. */
  readonly fillSeconds: number;
  readonly proveSeconds: number;
  /** Of the size's database, all of which lay in the shared buffers if they have the room. */
  readonly databaseMb: number;
  /** Who asked of the size, spread over all its wallets. */
  readonly people: number;
  readonly pairs: readonly Pair[];
}

export interface Options {
  readonly pace: Pace;
  readonly peopleMax: number;
  /** For files of people. */
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

/** Resolves when the books of both are proven. */
export async function measureSize(size: BooksSize, options: Options): Promise<SizeMeasured> {
  const reference = referenceOf(size);
  const filling = stopwatch();
  const books = await openBooks(size);
  const fillSeconds = filling();
  try {
    const referenceUrl = await books.empty("bench_reference");
    await fillBooks(referenceUrl, reference, await hashPassword(PASSWORD, PASSWORD_COST, UNQUEUED));
    console.log(`${size.wallets} wallets filled in ${fillSeconds.toFixed(0)} s`);
    const { orInterrupted } = options;
    await books.warm(referenceUrl);
    const databaseMb = Math.round((await books.warm(books.url)) / 2 ** 20);
    const pairs = await measurePairs(books, referenceUrl, size, options);
    const proving = stopwatch();
    await orInterrupted(proveBooks(books.url));
    const proveSeconds = proving();
    await orInterrupted(proveBooks(referenceUrl));
    const people = Math.min(size.wallets, options.peopleMax);
    return { size, reference, fillSeconds, proveSeconds, databaseMb, people, pairs };
  } finally {
    await books.stop();
  }
}

async function measurePairs(
  books: Books,
  referenceUrl: string,
  size: BooksSize,
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
    const ofSize = await open("size", books.url, size.wallets);
    sides.size = ofSize;
    const ofReference = await open("reference", referenceUrl, REFERENCE_WALLETS);
    sides.reference = ofReference;
    // Once: after each checkpoint a page's first change writes the whole page, and large books have more
    // pages to pay for, which a checkpoint before each measurement would charge them time and again.
    await books.settle();
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
  // Tokens live for ten minutes: fresh ones for each series.
  for (const { people, peopleFile } of Object.values(sides)) {
    await writeChosenPeople(peopleFile, people);
  }
  const load = (name: SideName, during: number) => runSide(sides[name], series, during);
  await load("size", warmUpSeconds);
  await load("reference", warmUpSeconds);
  const pairs: Pair[] = [];
  for (let round = 1; round <= rounds; round++) {
    // In turns the first: a drift within the rounds favours neither.
    const order: SideName[] = round % 2 === 1 ? ["size", "reference"] : ["reference", "size"];
    const results: Partial<Record<SideName, LoadResult>> = {};
    for (const name of order) results[name] = await load(name, seconds);
    const { size, reference } = results as Record<SideName, LoadResult>;
    const told = [size, reference].map(
      (one) => `${(one.succeeded / one.seconds).toFixed(0)}/s p99 ${one.latency.p99.toFixed(1)} ms`,
    );
    const failures = size.refused + size.unanswered + reference.refused + reference.unanswered;
    console.log(
      `${series.workload} × ${series.connections} round ${round}: ${told.join(", reference ")}, ${failures} failed`,
    );
    pairs.push({ series, round, size, reference });
  }
  return pairs;
}

/** Alone with the machine: what wrk gave up is finished before the other side's turn. */
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
