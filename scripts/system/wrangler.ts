import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { projectRoot } from "./places.ts";

// Nothing of ours needs the internet: no statistics, no look for updates, no look-up of where we are.
const QUIET = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_WRITE_LOGS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  NO_UPDATE_NOTIFIER: "1",
};

/** Starts the locked wrangler in the checkout. */
export function spawnWrangler(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const env = { ...process.env, ...QUIET, ...options.env };
  return spawn(process.execPath, [findWrangler(), ...args], { ...options, cwd: projectRoot, env });
}

/** Runs wrangler to its end with the terminal's own output; resolves to its exit code. */
export function runWrangler(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawnWrangler(args, { stdio: "inherit" });
    child.once("error", reject).once("exit", (code) => resolve(code ?? 1));
  });
}

function findWrangler(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve("wrangler/package.json");
    return path.join(path.dirname(manifest), "bin/wrangler.js");
  } catch {
    throw new CliError("the npm package wrangler is missing: run npm ci");
  }
}
