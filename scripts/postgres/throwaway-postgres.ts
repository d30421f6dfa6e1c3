import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureAccount, isRoot } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./create-cluster.ts";
import { type RunningCluster, startCluster } from "./start-cluster.ts";

// Faster, and without meaning for tests: what a power cut would spoil is deleted anyway.
const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * A Postgres for one run: on its own port, in its own folder, gone afterwards. Without `settings` it
 * is fast and not durable, as tests want it; a measurement gives its own, `{}` for Postgres' defaults.
 */
export async function startThrowawayPostgres(
  settings: Readonly<Record<string, string>> = NOT_DURABLE,
): Promise<RunningCluster> {
  const account = isRoot() ? ensureAccount() : null;
  const binaries = await findBinaries(account);
  // Root's TMPDIR may be closed to the account of Postgres; /tmp is open to all.
  const folder = mkdtempSync(path.join(account ? "/tmp" : tmpdir(), "mahfaza-test-"));
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = randomBytes(24).toString("hex");
    const cluster = { dataDir: path.join(folder, "data"), binaries, account, password };
    ensureCluster(cluster);
    const logFile = path.join(folder, "postgres.log");
    const running = await startCluster(cluster, logFile, { settings });
    guard(running.pid, folder);
    return { ...running, stop: () => running.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * A shell that outlives us by a moment: when its input closes, which even kill -9 of the tests
 * does, it ends the throw-away Postgres and deletes the folder.
 */
function guard(pid: number, folder: string): void {
  const mission = `cat >/dev/null; [ -d "$1" ] || exit 0; kill -INT "$0"; sleep 2; rm -rf "$1"`;
  const shell = spawn("sh", ["-c", mission, `${pid}`, folder], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
}
