// The machine, versions and settings of a run. Units are in the names.
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import os from "node:os";
import { CliError } from "../scripts/cli-error.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { withClient } from "./database.ts";
import { median } from "./report/summary.ts";
import { WORKER_SETTINGS } from "./serve/settings.ts";

type Facts = Readonly<Record<string, string | number>>;

export interface RunFacts {
  readonly machine: Facts;
  readonly versions: Facts;
  readonly settings: Facts;
}

/** The versions of the Debian programs that a run needs. */
export interface Tools {
  readonly wrk: string;
  readonly pgbench: string;
}

const CONNECTS = 10;

/** Reads the tools' versions. Throws when a tool is missing. */
export function requireTools(): Tools {
  const wrk = firstLineOf("wrk", "-v");
  const pgbench = firstLineOf("pgbench", "--version");
  const missing = [...(wrk ? [] : ["wrk"]), ...(pgbench ? [] : ["postgresql"])];
  if (!wrk || !pgbench) {
    throw new CliError(
      `wrk or pgbench is missing: install Debian's packages (apt-get install ${missing.join(" ")})`,
    );
  }
  return { wrk: wrk.replace(/ Copyright.*/, ""), pgbench };
}

/** Reads the facts. Postgres must be idle, because the time of a connection is measured. */
export async function readFacts(databaseUrl: string, tools: Tools): Promise<RunFacts> {
  const postgres = await withClient(databaseUrl, async (client) => {
    const shown: Record<string, string> = {};
    for (const name of ["server_version", ...SHOWN]) {
      shown[name] = (await client.query(`SHOW ${name}`)).rows[0][name];
    }
    return shown;
  });
  const { server_version = "", ...postgresSettings } = postgres;
  return {
    machine: {
      cpu: os.cpus()[0]?.model ?? "unknown",
      cores: os.availableParallelism(),
      memory_gib: Math.round(os.totalmem() / 2 ** 30),
      kernel: `${os.type()} ${os.release()}`,
      database_disk: diskOf("/tmp"),
    },
    versions: {
      mahfaza: commit(),
      node: process.version,
      workerd: workerdVersion(),
      postgres: server_version,
      ...tools,
    },
    settings: {
      ...postgresSettings,
      wallet_objects: "one for each wallet",
      ledger_writers: `${WORKER_SETTINGS.LEDGER_WRITERS}`,
      objects_storage: "in memory (mahfaza), on disk (mahfaza-disk)",
      clients: "wrk with one thread, beside the servers on the same cores",
      // Connecting is most of the work of workers-textbook for a request.
      postgres_connect_ms: `${(await connectMs(databaseUrl)).toFixed(1)} (median of ${CONNECTS}, by pg directly, without a gateway; workers-textbook pays more than this each request)`,
    },
  };
}

/** The facts by label, for the head of the report. */
export function labelled({ machine, versions, settings }: RunFacts): Record<string, string> {
  const all = Object.entries({ ...machine, ...versions, ...settings });
  return Object.fromEntries(all.map(([name, fact]) => [name.replaceAll("_", " "), `${fact}`]));
}

const SHOWN = [
  "fsync",
  "synchronous_commit",
  "full_page_writes",
  "shared_buffers",
  "effective_cache_size",
  "maintenance_work_mem",
  "max_wal_size",
  "max_connections",
];

/** The first line of a program's output; null when the program is missing. wrk -v exits with code 1. */
function firstLineOf(command: string, flag: string): string | null {
  const { error, stdout, stderr } = spawnSync(command, [flag], { encoding: "utf8" });
  return error ? null : (`${stdout}${stderr}`.trim().split("\n", 1)[0] ?? "");
}

/** The measured commit, and whether the working tree differs from it. */
function commit(): string {
  const git = (...args: string[]) =>
    spawnSync("git", args, { cwd: projectRoot, encoding: "utf8" }).stdout?.trim() ?? "";
  const changes = git("status", "--porcelain", "--", "src", "bench", "wrangler.toml");
  const isDirty = changes.split("\n").some((line) => line && !line.includes("bench/results/"));
  return `${git("rev-parse", "--short", "HEAD") || "no commit"}${isDirty ? ", changed" : ""}`;
}

function diskOf(folder: string): string {
  const rows = execFileSync("df", ["--output=source,fstype", folder], { encoding: "utf8" });
  return `${rows.trim().split("\n").at(-1)?.replace(/\s+/, ", ")} (${folder})`;
}

/** The version of wrangler's workerd, which serve/workerd.ts starts. */
function workerdVersion(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  return (require("workerd/package.json") as { version: string }).version;
}

/** Milliseconds of a TCP connection, its authentication by password and a first statement. */
async function connectMs(databaseUrl: string): Promise<number> {
  const spent: number[] = [];
  for (let n = 0; n < CONNECTS; n++) {
    const startMs = performance.now();
    await withClient(databaseUrl, (client) => client.query("SELECT 1"));
    spent.push(performance.now() - startMs);
  }
  return median(spent) ?? 0;
}
