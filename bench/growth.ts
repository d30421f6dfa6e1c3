// `npm run bench:growth`: compares the service on a large database with the same service on a small one, on one
// Postgres. `-- --largest 100000` leaves larger sizes out; `-- --smallest` is a short trial; `-- --people 100000`
// uses more people as clients.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CliError, runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { BENCH_POSTGRES } from "./database.ts";
import { measureSize, type SizeMeasured } from "./growth/measure-size.ts";
import { growthTable, sizeRecord } from "./growth/report.ts";
import { PACE, PEOPLE_MAX, SIZES, SMALLEST_PACE, SMALLEST_SIZES } from "./growth/sizes.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const USAGE = {
  command: "npm run bench:growth [-- --largest N] [-- --people N] [-- --smallest]",
  text: `Compares the service on large databases with the same service on a small one.
  --largest N  leaves out databases with more than N wallets
  --people N   uses at most N people as clients
  --smallest   a short trial with small databases`,
};

interface Values {
  readonly largest?: string | undefined;
  readonly people?: string | undefined;
  readonly smallest: boolean;
}

function countOf(option: string | undefined, otherwise: number): number {
  if (option === undefined) return otherwise;
  const count = Number(option);
  if (!Number.isInteger(count) || count < 2)
    throw new CliError(`${option} is not a count: a whole number from 2`);
  return count;
}

/** Called after each size, so that a run that ends early keeps its checked results. */
function write(sizes: readonly SizeMeasured[], { smallest }: Values): void {
  const name = smallest ? "growth-smallest.json" : "growth.json";
  const file = path.join(projectRoot, "bench", "results", name);
  mkdirSync(path.dirname(file), { recursive: true });
  const record = {
    measured_at: new Date().toISOString(),
    settings: BENCH_POSTGRES,
    sizes: sizes.map(sizeRecord),
  };
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

await runScript(async () => {
  const { values } = readArguments(USAGE, {
    largest: { type: "string" },
    people: { type: "string" },
    smallest: { type: "boolean", default: false },
  });
  const largest = countOf(values.largest, Infinity);
  const peopleMax = countOf(values.people, PEOPLE_MAX);
  const all = values.smallest ? SMALLEST_SIZES : SIZES;
  const pace = values.smallest ? SMALLEST_PACE : PACE;
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-growth-"));
  const options = { pace, peopleMax, folder, orInterrupted: untilInterrupted() };
  const measured: SizeMeasured[] = [];
  try {
    for (const size of all.filter(({ wallets }) => wallets <= largest)) {
      measured.push(await measureSize(size, options));
      write(measured, values);
    }
    console.log(`\n${growthTable(measured)}`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
