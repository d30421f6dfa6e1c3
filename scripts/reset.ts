// `npm run reset`: removes what `npm start` and `npm run services` keep for this checkout.
import { lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { CliError, runScript } from "./cli-error.ts";
import { removeServicesBlock } from "./dev/dev-secrets.ts";
import { runsOfCheckout } from "./dev/run-lock.ts";
import { notedClusters } from "./postgres/cluster-notes.ts";
import { devCluster } from "./postgres/dev-postgres.ts";
import { endOrphan } from "./postgres/end-orphan.ts";
import { readArguments } from "./system/arguments.ts";
import { refusalOf, requireWritable } from "./system/ownership.ts";
import { DATA_REMEDY, dataRoot } from "./system/places.ts";

const USAGE = {
  command: "npm run reset",
  text: `
Removes this checkout's data: the database, the Worker's local state and the settings that
npm run services wrote to .dev.vars. It refuses while npm start or npm run services is running.

environment variables:
  MAHFAZA_DATA  the data folder (.data)`,
};

/** The names of the data folder that the scripts make: MAHFAZA_DATA may name a folder with more in it. */
const OURS =
  /^(postgres(\.new|\.password|\.new\.password|\.log)?|wrangler|worker\.env|test\.log|run\.json(\.\d+)?|runs)$/;

async function main(): Promise<undefined> {
  readArguments(USAGE, {});
  const [running] = runsOfCheckout();
  if (running) {
    const { title, pid } = running.run;
    throw new CliError(`${title} runs in this checkout (process ${pid}): end it first`);
  }
  const removed = [...(await removeClusters()), ...removeData()];
  if (removeServicesBlock()) removed.push("the settings of npm run services in .dev.vars");
  for (const what of removed) console.log(`removed ${what}`);
  if (removed.length === 0) console.log(`nothing to remove: there is no data in ${dataRoot}`);
}

/** Removes clusters outside the data folder: only root has them. */
async function removeClusters(): Promise<string[]> {
  const noted = notedClusters();
  const linked = devCluster();
  const dataDirs = new Set([...noted.map(({ dataDir }) => dataDir), ...(linked ? [linked] : [])]);
  const present = [...dataDirs].filter((dir) => lstatSync(dir, { throwIfNoEntry: false }));
  for (const dataDir of present) {
    requireWritable(dataDir, DATA_REMEDY);
    await endOrphan(dataDir);
    remove(dataDir);
  }
  for (const { note } of noted) remove(note);
  return present.map((dataDir) => `the database ${dataDir}`);
}

function removeData(): string[] {
  const names = namesIn(dataRoot).filter((name) => OURS.test(name));
  for (const name of names) remove(path.join(dataRoot, name));
  if (names.length === 0) return [];
  if (namesIn(dataRoot).length === 0) rmdirSync(dataRoot);
  return [`the data in ${dataRoot}: ${names.join(", ")}`];
}

function remove(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true });
  } catch (error) {
    throw refusalOf(file, error, DATA_REMEDY);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw refusalOf(folder, error, DATA_REMEDY);
  }
}

await runScript(main);
