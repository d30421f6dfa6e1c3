// `npm test`: a throw-away Postgres and gateway for each run of vitest, whose log must have no secrets.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PLANTED_SECRETS } from "../tests/planted-secrets.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import {
  giveCheckoutToOwner,
  prepareCheckout,
  requireOwnCheckout,
} from "./dev/prepare-checkout.ts";
import { ensureBindingTypes } from "./dev/worker-bindings.ts";
import { startMessageReceiver } from "./messages.ts";
import { migrateDatabase } from "./migrate.ts";
import { startNeonGateway } from "./neon-gateway/start-gateway.ts";
import { startThrowawayPostgres } from "./postgres/throwaway-postgres.ts";
import { describeUsage } from "./system/arguments.ts";
import { dataPath, projectRoot } from "./system/places.ts";
import { countLogLines, findInLog } from "./test/log-scan.ts";
import { needsDatabase } from "./test/needs-database.ts";
import { partsOf } from "./test/parts-of-run.ts";
import { runVitest, type VitestRun } from "./test/run-vitest.ts";
import { ShownInTurn } from "./test/shown-in-turn.ts";

const USAGE = {
  command: "npm test -- [files] [options of vitest]",
  text: `
Runs the tests: all of them, or those whose path contains one of the given texts. tests/unit and
tests/tidy need no database; for the others a Postgres of this run is started.

  npm test -- tests/unit              some tests
  npm test -- tests/api/users -t name tests whose title contains a text
  npm run test:watch -- tests/unit    again after each change of a file

What passing tests write is in .data/test.log. vitest's own options: npx vitest --help`,
};

type Settings = Readonly<Record<string, string>>;

async function main(): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  const isWatching = first === "--watch";
  const args = isWatching ? rest : process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(describeUsage(USAGE));
    return 0;
  }
  await checkArguments(args);
  // A signal ends vitest; this process stays to clear up after it.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => {});
  requireOwnCheckout();
  prepareCheckout();
  await ensureBindingTypes();
  try {
    return await (isWatching
      ? inServices(args, (settings) => watch(args, settings))
      : runOnce(args));
  } finally {
    giveCheckoutToOwner();
  }
}

/** Throws a CliError for an option that vitest does not know, before anything is started. */
async function checkArguments(args: readonly string[]): Promise<void> {
  const { createCLI } = await import("vitest/node");
  try {
    const cli = createCLI();
    cli.parse(["node", "vitest", "run", ...args], { run: false });
    cli.matchedCommand?.checkUnknownOptions();
  } catch (error) {
    throw new CliError(`${reasonOf(error)}\n\n${describeUsage(USAGE)}`);
  }
}

/** Calls `work` with the settings of the services that the chosen tests need. */
function inServices<T>(
  args: readonly string[],
  work: (settings: Settings) => Promise<T>,
): Promise<T> {
  return needsDatabase(args) ? withServices(work) : work({});
}

/** Calls `work` with the settings of a Postgres, a gateway and a receiver of messages of its own. */
async function withServices<T>(work: (settings: Settings) => Promise<T>): Promise<T> {
  const postgres = await startThrowawayPostgres();
  try {
    await migrateDatabase(postgres.url);
    const gateway = await startNeonGateway({ databaseUrl: postgres.url });
    const receiver = await startMessageReceiver();
    try {
      return await work({
        // Never the caller's DATABASE_URL: the tests write to it as they please.
        DATABASE_URL: postgres.url,
        NEON_GATEWAY: gateway.address,
        ...receiver.settings,
      });
    } finally {
      await receiver.close();
      await gateway.close();
    }
  } finally {
    await postgres.stop();
  }
}

async function runOnce(args: readonly string[]): Promise<number> {
  const logFile = dataPath("test.log");
  rmSync(logFile, { force: true });
  const shown = new ShownInTurn((text) => void process.stdout.write(text));
  const settled = await Promise.allSettled(
    partsOf(args).map(async (part) => {
      const { say, end } = shown.next();
      // Without the services the caller's DATABASE_URL would choose tests that need them.
      const run = (settings: Settings) =>
        runVitest(part, { DATABASE_URL: "", ...settings }, logFile, say);
      return inServices(args, run).finally(end);
    }),
  );
  const run = sumOf(settled.map(resultOf));
  // A failing test shows what it compared, secrets too: the log is judged only when all pass.
  const isClean = run.code !== 0 || judgeLog(run.log, args.length === 0);
  console.log(`log of the run: ${path.relative(projectRoot, logFile)}`);
  const code = isClean ? run.code : 1;
  console.log(closingLine(run, code));
  return code;
}

function sumOf(runs: readonly VitestRun[]): VitestRun {
  return {
    code: runs.find(({ code }) => code !== 0)?.code ?? 0,
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    log: runs.map(({ log }) => log).join("\n"),
  };
}

function resultOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

/** Runs vitest's own watch mode on this terminal. */
function watch(args: readonly string[], settings: Settings): Promise<number> {
  const manifest = createRequire(import.meta.url).resolve("vitest/package.json");
  const vitest = path.join(path.dirname(manifest), "vitest.mjs");
  const child = spawn(process.execPath, [vitest, "watch", "--silent=passed-only", ...args], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: "", ...settings },
    stdio: "inherit",
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => child.kill(name));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code ?? 0));
  });
}

/** Searches all that the run wrote, the service's own log with it, for what no log may have. */
function judgeLog(log: string, isWhole: boolean): boolean {
  const findings = findInLog(log, PLANTED_SECRETS);
  const lines = countLogLines(log);
  for (const { kind, line } of findings) console.error(`log: ${kind} in: ${line}`);
  console.log(
    `log: ${lines} lines of the service, ${findings.length} secrets in all that was written`,
  );
  // Some tests make the service write; if nothing arrived, nothing was searched.
  if (isWhole && lines === 0) console.error("log: the service's own lines did not arrive");
  return findings.length === 0 && !(isWhole && lines === 0);
}

function closingLine({ passed, failed }: VitestRun, code: number): string {
  if (passed + failed === 0)
    console.error("no test ran: no test file matches, or none could be loaded");
  // A file that cannot be loaded, or a leaked rejection, fails the run without failing a test.
  const failures = code !== 0 && failed === 0 ? 1 : failed;
  return `${passed} passed, ${failures} failed`;
}

await runScript(main);
process.exit();
