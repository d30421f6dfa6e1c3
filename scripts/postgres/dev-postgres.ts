import { randomBytes } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { CliError, reasonOf } from "../cli-error.ts";
import { dataPath, projectRoot } from "../system/places.ts";
import { type Account, ensureAccount, isRoot } from "./account.ts";
import { findBinaries, SYSTEM_PLACE } from "./binaries.ts";
import { type Cluster, ensureCluster } from "./create-cluster.ts";
import { type RunningCluster, startCluster } from "./start-cluster.ts";

/** Starts the checkout's own Postgres; its data outlives it. The caller holds the run lock. */
export async function startDevPostgres(): Promise<RunningCluster> {
  const dataDir = findDataDir();
  const account = ownerOf(dataDir);
  const binaries = await findBinaries(account);
  const cluster: Cluster = { dataDir, account, binaries, password: readPassword() };
  ensureCluster(cluster);
  return startCluster(cluster, dataPath("postgres.log"));
}

/**
 * `.data/postgres`: the folder itself for an ordinary user. For root it is a link into the system's
 * place, which the account of Postgres can reach wherever the checkout lies. The name is random:
 * another clone at the same path must not find the books of the one before it.
 */
function findDataDir(): string {
  const entry = dataPath("postgres");
  const found = lstatSync(entry, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return readlinkSync(entry);
  if (found || !isRoot()) return entry;
  const name = `${path.basename(projectRoot)}-${randomBytes(6).toString("hex")}`;
  mkdirSync(SYSTEM_PLACE, { recursive: true });
  chmodSync(SYSTEM_PLACE, 0o755);
  symlinkSync(path.join(SYSTEM_PLACE, name), entry);
  return path.join(SYSTEM_PLACE, name);
}

function ownerOf(dataDir: string): Account | null {
  if (!isRoot()) return null;
  // A folder that an ordinary user made before stays that user's.
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : ensureAccount();
}

function readPassword(): string {
  const file = dataPath("postgres.password");
  try {
    // Hex: it goes into URLs and SQL as it is.
    const made = randomBytes(24).toString("hex");
    writeFileSync(file, made, { flag: "wx", mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new CliError(`${file} cannot be written: ${reasonOf(error)}`);
    }
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}
