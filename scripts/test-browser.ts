// `npm run test:browser`: the console in a real browser, on a fresh `npm start` of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CliError, runScript } from "./cli-error.ts";
import { readArguments } from "./system/arguments.ts";
import { projectRoot } from "./system/places.ts";
import { findFreePort } from "./system/ports.ts";

const USAGE = {
  command: "npm run test:browser -- [files] [options]",
  text: `
Starts the service on free ports with an empty database, and runs the tests of tests/browser in
Chromium. It needs Debian's package: apt-get install chromium. CHROMIUM names another binary.
Screenshots and the report of a failure are in test-results/.

  --project <name>  the tests of one project of tests/browser/playwright-config.ts
  --no-deps         without the projects that it waits for
  --grep <text>     tests whose title contains a text`,
};

const OPTIONS = {
  project: { type: "string", multiple: true },
  "no-deps": { type: "boolean" },
  grep: { type: "string" },
} as const;

const FILES_MAX = 20;

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const READY_MS = 120_000;

async function main(): Promise<number> {
  readArguments(USAGE, OPTIONS, FILES_MAX);
  const chromium = findChromium();
  const data = mkdtempSync(path.join(tmpdir(), "mahfaza-browser-"));
  const [port, messages] = [await findFreePort(), await findFreePort()];
  const env = {
    ...process.env,
    MAHFAZA_DATA: data,
    PORT: `${port}`,
    MESSAGES_PORT: `${messages}`,
    // As in `npm test`: hundreds of people register and log in, and half of the time would be hashes.
    PASSWORD_COST: "ln=4,r=8,p=1",
  };
  const service = startService(env);
  // A signal ends the tests; this process stays to end the service.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => {});
  try {
    await waitUntilReady(service, port);
    return await runPlaywright(process.argv.slice(2), {
      ...env,
      CHROMIUM: chromium,
      CONSOLE_URL: `http://localhost:${port}`,
      MESSAGES_URL: `http://127.0.0.1:${messages}`,
    });
  } finally {
    await endService(service, env);
    rmSync(data, { recursive: true, force: true });
  }
}

function findChromium(): string {
  const found = [process.env.CHROMIUM, ...BROWSERS].find((name) => name && existsSync(name));
  if (!found) throw new CliError("there is no Chromium: apt-get install chromium, or set CHROMIUM");
  return found;
}

type Environment = NodeJS.ProcessEnv;

function runNode(script: string, env: Environment): ChildProcess {
  return spawn(process.execPath, [script], {
    cwd: projectRoot,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function startService(env: Environment): ChildProcess {
  const service = runNode("scripts/start.ts", env);
  // Its greeting is for a person who starts it by hand.
  service.stdout?.resume();
  return service;
}

async function waitUntilReady(service: ChildProcess, port: number): Promise<void> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(250)) {
    if (service.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new CliError("the service did not get ready");
}

function runPlaywright(args: readonly string[], env: Environment): Promise<number> {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const config = path.join("tests", "browser", "playwright-config.ts");
  return exitCodeOf(
    spawn(process.execPath, [cli, "test", "--config", config, ...args], {
      cwd: projectRoot,
      env: withoutColours(env),
      stdio: "inherit",
    }),
  );
}

/**
 * Playwright gives its workers FORCE_COLOR, and Node warns of NO_COLOR beside it. FORCE_COLOR=0 says
 * the same to Playwright.
 */
function withoutColours({ NO_COLOR, ...env }: Environment): Environment {
  return NO_COLOR ? { ...env, FORCE_COLOR: "0" } : env;
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** Ends the service, and removes its database: as root it is outside the data folder. */
async function endService(service: ChildProcess, env: Environment): Promise<void> {
  const ended = exitCodeOf(service);
  if (service.exitCode === null && service.kill("SIGTERM")) await ended;
  const reset = runNode("scripts/reset.ts", env);
  reset.stdout?.resume();
  await exitCodeOf(reset);
}

await runScript(main);
