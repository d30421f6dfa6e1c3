import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CliError, reasonOf } from "../cli-error.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

export interface Cluster {
  readonly dataDir: string;
  readonly binaries: Binaries;
  /** Null: Postgres runs as the user who runs the script. */
  readonly account: Account | null;
  readonly password: string;
}

/** The account that owns the cluster; the service's own role is an ordinary one, as on Neon. */
export const SUPERUSER = "postgres";

/** Makes the cluster when it is missing. */
export function ensureCluster(cluster: Cluster): void {
  const { dataDir } = cluster;
  if (existsSync(path.join(dataDir, "PG_VERSION"))) return;
  // Made beside its place and renamed when whole: an initdb cut short is simply made again.
  const fresh = `${dataDir}.new`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    runInitdb(cluster, fresh);
    renameSync(fresh, dataDir);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`the database folder ${dataDir} cannot be made: ${reasonOf(error)}`);
  }
}

function runInitdb({ binaries, account, password }: Cluster, folder: string): void {
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const flags = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    // Other users of this machine reach the loopback too: every connection needs the password.
    "--auth=scram-sha-256",
    // It is 192 random bits: stretching adds nothing, and Neon's driver takes 4096 asynchronous
    // steps for the usual 4096 rounds, most of a second for each connection.
    "--set=scram_iterations=1",
    "--encoding=UTF8",
    // Postgres's own C.UTF-8: a bare machine has no other locale, and Neon sorts the same way.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  try {
    execFileSync(binaries.initdb, flags, { cwd: "/", stdio: "pipe", ...account });
  } catch (error) {
    const stderr = `${(error as { stderr?: Buffer }).stderr ?? ""}`.trim();
    const last = stderr.split("\n").at(-1) || reasonOf(error);
    throw new CliError(`Postgres could not make its database folder: ${last}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
