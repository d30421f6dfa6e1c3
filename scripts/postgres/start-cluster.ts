import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CliError, reasonOf } from "../cli-error.ts";
import { giveToOwner } from "../system/ownership.ts";
import { findFreePort } from "../system/ports.ts";
import { type Cluster, SUPERUSER } from "./create-cluster.ts";
import { endOrphan } from "./end-orphan.ts";

export interface RunningCluster {
  /** The database `mahfaza` as its owner. */
  readonly url: string;
  readonly pid: number;
  /** Settles when Postgres has ended, on request or by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const START_MS = 30_000;

export interface ClusterOptions {
  /** Nothing: a free one. */
  readonly port?: number;
  /** Postgres' own, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts Postgres on the loopback, with its database and role made. */
export async function startCluster(
  cluster: Cluster,
  logFile: string,
  { port: wanted, settings = {} }: ClusterOptions = {},
): Promise<RunningCluster> {
  await endOrphan(cluster.dataDir);
  const port = wanted ?? (await findFreePort());
  const child = spawnPostgres(cluster, port, logFile, settings);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
  const stop = () => stopPostgres(child, ended);
  try {
    await makeDatabase(cluster.password, port, child, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `postgres://mahfaza:${cluster.password}@127.0.0.1:${port}/mahfaza`;
  return { url, pid: child.pid ?? 0, ended, stop };
}

function spawnPostgres(
  { binaries, account, dataDir }: Cluster,
  port: number,
  logFile: string,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile, "w", 0o600);
  giveToOwner(logFile);
  // A group of its own: Ctrl-C must not end Postgres before the processes that use it.
  const child = spawn(binaries.postgres, ["-D", dataDir, "-p", `${port}`, ...flags], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", log],
    ...account,
  });
  closeSync(log);
  return child;
}

async function makeDatabase(
  password: string,
  port: number,
  child: ChildProcess,
  logFile: string,
): Promise<void> {
  const client = await connectWhenReady(password, port, child, logFile);
  try {
    const role = await client.query("SELECT FROM pg_roles WHERE rolname = 'mahfaza'");
    const quoted = client.escapeLiteral(password);
    if (!role.rowCount) await client.query(`CREATE ROLE mahfaza LOGIN PASSWORD ${quoted}`);
    const database = await client.query("SELECT FROM pg_database WHERE datname = 'mahfaza'");
    if (!database.rowCount) await client.query("CREATE DATABASE mahfaza OWNER mahfaza");
  } finally {
    await client.end();
  }
}

async function connectWhenReady(
  password: string,
  port: number,
  child: ChildProcess,
  logFile: string,
): Promise<pg.Client> {
  for (const deadline = Date.now() + START_MS; ; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) {
      throw new CliError(`Postgres did not start: ${lastFault(logFile)}`);
    }
    const database = "postgres";
    const client = new pg.Client({ host: "127.0.0.1", port, user: SUPERUSER, password, database });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const { code } = error as { code?: string };
      // 28P01: a password that is not this folder's will not become right by waiting.
      if (code === "28P01" || Date.now() > deadline) {
        throw new CliError(`Postgres on 127.0.0.1:${port} does not answer: ${reasonOf(error)}`);
      }
    }
  }
}

function lastFault(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? `see ${logFile}`;
}

async function stopPostgres(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const hasEnded = await Promise.race([ended.then(() => true), sleep(15_000, false)]);
  if (!hasEnded) child.kill("SIGQUIT");
  await ended;
}
