import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { refusalOf, writePrivateFile } from "../system/ownership.ts";
import { DATA_REMEDY, dataPath, dataRoot, projectRoot } from "../system/places.ts";
import { type Account, ensureAccount, isRoot } from "./account.ts";
import { findBinaries, SYSTEM_PLACE } from "./binaries.ts";
import { noteCluster } from "./cluster-notes.ts";
import { type Cluster, ensureCluster } from "./create-cluster.ts";
import { type RunningCluster, startCluster } from "./start-cluster.ts";

/**
 * Starts the checkout's own Postgres on this port, or on a free one; its data outlives it. The caller
 * holds the run lock.
 */
export async function startDevPostgres(port?: number): Promise<RunningCluster> {
  const account = isRoot() ? accountFor(devCluster()) : null;
  const dataDir = devCluster() ?? makePlace(account);
  requireOwn(dataDir);
  const binaries = await findBinaries(account);
  const cluster: Cluster = { dataDir, account, binaries, password: readPassword() };
  ensureCluster(cluster);
  return startCluster(cluster, dataPath("postgres.log"), { ...(port ? { port } : {}) });
}

/** Whether the data folder has a database, which may be one that this user cannot read. */
export function hasDevPostgres(): boolean {
  const dataDir = devCluster();
  return dataDir !== null && statSync(dataDir, { throwIfNoEntry: false }) !== undefined;
}

/** The cluster's folder; null when the data folder has no entry for it yet. */
export function devCluster(): string | null {
  const entry = path.join(dataRoot, "postgres");
  const found = lstatSync(entry, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return readlinkSync(entry);
  return found ? entry : null;
}

/**
 * `.data/postgres`: the folder itself, or for root a link into the system's place, which the account of
 * Postgres can reach wherever the checkout lies. The name is random: another clone at the same path must
 * not find the data of the one before it.
 */
function makePlace(account: Account | null): string {
  const entry = dataPath("postgres");
  if (!account || canWriteTo(dataRoot, account)) return entry;
  const name = `${path.basename(projectRoot)}-${randomBytes(6).toString("hex")}`;
  mkdirSync(SYSTEM_PLACE, { recursive: true });
  chmodSync(SYSTEM_PLACE, 0o755);
  const dataDir = path.join(SYSTEM_PLACE, name);
  noteCluster(dataDir);
  symlinkSync(dataDir, entry);
  return dataDir;
}

/** As whom root runs Postgres: the data's owner, so that this user can start it too, else an account of its own. */
function accountFor(dataDir: string | null): Account {
  const present = dataDir && statSync(dataDir, { throwIfNoEntry: false });
  const { uid, gid } = present || statSync(dataPath());
  if (uid === 0) return ensureAccount();
  const owner = { uid, gid };
  return present || canWriteTo(dataRoot, owner) ? owner : ensureAccount();
}

function canWriteTo(folder: string, account: Account): boolean {
  try {
    execFileSync("sh", ["-c", 'test -w "$0"', folder], { cwd: "/", stdio: "pipe", ...account });
    return true;
  } catch {
    return false;
  }
}

/** Postgres takes only a folder of the user who runs it. */
function requireOwn(dataDir: string): void {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid;
  if (isRoot() || owner === undefined || owner === process.getuid?.()) return;
  throw refusalOf(dataDir, "it is another user's", DATA_REMEDY);
}

function readPassword(): string {
  const file = dataPath("postgres.password");
  try {
    // Hex: URLs and SQL take it without escapes.
    const made = randomBytes(24).toString("hex");
    writePrivateFile(file, made, "wx");
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw refusalOf(file, error, DATA_REMEDY);
    }
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw refusalOf(file, error, DATA_REMEDY);
  }
}
