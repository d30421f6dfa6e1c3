// The peers without a server: Postgres' own pgbench does the ledger's work directly.
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { CliError } from "../../scripts/cli-error.ts";
import type { Measurement } from "../measurement.ts";
import { quantile } from "../report/quantile.ts";
import { NO_SCANS, PLANNER_OPTIONS } from "./connection.ts";

export interface PgbenchOptions {
  readonly databaseUrl: string;
  readonly script: "interactive" | "function" | "batch";
  readonly workload: "random" | "hot-payer" | "hot-payee";
  readonly clients: number;
  readonly seconds: number;
  /** The number of wallets in the filled database. */
  readonly wallets: number;
  readonly round: number;
}

const SCRIPTS = path.join(import.meta.dirname, "pgbench");
const BATCH_TRANSFERS = 64;
const THREADS_MAX = 2;
// The scripts' variable :hot.
const HOT = { random: 0, "hot-payer": 1, "hot-payee": 2 } as const;

/** Creates the functions that the scripts call in this database. */
export async function setUpPgbench(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(readFileSync(path.join(SCRIPTS, "function-setup.sql"), "utf8"));
  } finally {
    await client.end();
  }
}

/** Runs one script for some seconds. Throws when pgbench is missing or fails. */
export async function runPgbench(options: PgbenchOptions): Promise<Measurement> {
  const { script, workload, clients, seconds, round } = options;
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-pgbench-"));
  try {
    const output = await run(argumentsOf(options, folder), options);
    const { spentMs, failed } = readLogs(folder);
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
    const transfers = script === "batch" ? BATCH_TRANSFERS : 1;
    return {
      server: `pgbench-${script}`,
      workload,
      connections: clients,
      round,
      // As measured by pgbench: without connecting, and until the last transactions have ended.
      seconds: perSecond > 0 ? spentMs.length / perSecond : seconds,
      succeeded: spentMs.length * transfers,
      refused: failed * transfers,
      unanswered: 0,
      latency: {
        p50: quantile(spentMs, 0.5),
        p95: quantile(spentMs, 0.95),
        p99: quantile(spentMs, 0.99),
      },
      batchMean: script === "batch" ? BATCH_TRANSFERS : null,
      cpuSeconds: {},
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function argumentsOf(options: PgbenchOptions, folder: string): string[] {
  const { script, workload, clients, seconds, wallets } = options;
  const { hostname, port, username, pathname } = new URL(options.databaseUrl);
  return [
    ...["-h", hostname, "-p", port || "5432", "-U", decodeURIComponent(username)],
    ...["-M", "prepared", "-n", "-T", `${seconds}`, "-c", `${clients}`],
    ...["-j", `${Math.min(clients, THREADS_MAX)}`, "-l", `--log-prefix=${folder}/log`],
    ...["-D", `hot=${HOT[workload]}`, "-D", `wallets=${wallets}`],
    ...["-f", path.join(SCRIPTS, `${script}.sql`), decodeURIComponent(pathname.slice(1))],
  ];
}

/** Resolves to pgbench's output. Throws when pgbench exits with an error. */
async function run(
  args: readonly string[],
  { databaseUrl, script }: PgbenchOptions,
): Promise<string> {
  // The password is not in the arguments, which every process of the machine can read.
  const PGPASSWORD = decodeURIComponent(new URL(databaseUrl).password);
  // A batch joins 128 legs to their wallets: a hash join is a fifth faster than nested loops.
  const PGOPTIONS = script === "batch" ? NO_SCANS : PLANNER_OPTIONS;
  const env = { ...process.env, PGPASSWORD, PGOPTIONS };
  const child = spawn(findPgbench(), args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const error = /error: .*/.exec(errors)?.[0];
  if (code !== 0 || error) throw new CliError(`pgbench failed (${code}): ${error ?? errors}`);
  return output;
}

/** Each line has client, transaction, microseconds (or a word for a failed one), script, time. */
function readLogs(folder: string): { spentMs: number[]; failed: number } {
  const spentMs: number[] = [];
  let failed = 0;
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(path.join(folder, name), "utf8").split("\n")) {
      if (line === "") continue;
      const microseconds = Number(line.split(" ", 3)[2]);
      if (Number.isNaN(microseconds)) failed++;
      else spentMs.push(microseconds / 1_000);
    }
  }
  return { spentMs, failed };
}

function findPgbench(): string {
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const found = [...debianFolders(), ...onPath]
    .map((folder) => path.join(folder, "pgbench"))
    .find(isExecutable);
  if (found) return found;
  throw new CliError("pgbench is missing: install Debian's package postgresql, which brings it");
}

/** Debian's folders of Postgres programs, newest version first. */
function debianFolders(): string[] {
  const root = "/usr/lib/postgresql";
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => path.join(root, version, "bin"));
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
