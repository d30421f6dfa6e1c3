// `npm run bench:growth`: what the service costs when the books have grown, beside small books on the same
// Postgres. `-- --largest 100000` leaves out the sizes above; `-- --smallest` only tries whether it works;
// `-- --people 100000` lets more people ask.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { CliError, runScript } from "../scripts/cli-error.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { BENCH_POSTGRES } from "./database.ts";
import { measureSize, type SizeMeasured } from "./growth/measure-size.ts";
import { growthTable, sizeRecord } from "./growth/report.ts";
import { PACE, PEOPLE_MAX, SIZES, SMALLEST_PACE, SMALLEST_SIZES } from "./growth/sizes.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const { values } = parseArgs({
  options: {
    largest: { type: "string" },
    people: { type: "string" },
    smallest: { type: "boolean", default: false },
  },
});

function countOf(option: string | undefined, otherwise: number): number {
  if (option === undefined) return otherwise;
  const count = Number(option);
  if (!Number.isInteger(count) || count < 2) throw new CliError(`not a count: ${option}`);
  return count;
}

/** After each size: a run that ends early keeps what it has proven. */
function write(sizes: readonly SizeMeasured[]): void {
  const name = values.smallest ? "growth-smallest.json" : "growth.json";
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
      write(measured);
    }
    console.log(`\n${growthTable(measured)}`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
