// `npm test`: a throw-away Postgres and gateway for one run of vitest, whose log must have no secrets.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { PLANTED_SECRETS } from "../tests/planted-secrets.ts";
import { Complaint, runScript } from "./complaint.ts";
import { buildDocsAssets } from "./docs-assets.ts";
import { countLogLines, findInLog } from "./log-scan.ts";
import { startMessageReceiver } from "./messages.ts";
import { migrateDatabase } from "./migrate.ts";
import { startNeonGateway } from "./neon-gateway.ts";
import { projectRoot } from "./places.ts";
import { startThrowawayPostgres } from "./postgres/throwaway-postgres.ts";
import { runWrangler } from "./wrangler.ts";

async function main(): Promise<number> {
  // A signal ends vitest, which shares our terminal; we stay to clear up after it.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => {});
  buildDocsAssets();
  await ensureBindingTypes();
  const postgres = await startThrowawayPostgres();
  try {
    await migrateDatabase(postgres.url);
    const gateway = await startNeonGateway({ databaseUrl: postgres.url });
    const receiver = await startMessageReceiver();
    try {
      return await runVitest({
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

/** The types of the Worker's bindings, which are generated and not committed. */
async function ensureBindingTypes(): Promise<void> {
  const file = "src/bindings.d.ts";
  if (existsSync(path.join(projectRoot, file))) return;
  if (await runWrangler(["types", file])) throw new Complaint("wrangler types failed");
}

async function runVitest(env: Readonly<Record<string, string>>): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-report-"));
  const report = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const chosen = process.argv.slice(2);
  try {
    const { code, output } = await run([findVitest(), "run", ...reporters, ...chosen], env);
    // What fails shows what it compared, secrets too: the log is judged once everything passes.
    const isClean = code !== 0 || judgeLog(output, chosen.length === 0);
    console.log(closingLine(report, isClean ? code : 1));
    return isClean ? code : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Searches all that the run wrote, the service's own log with it, for what no log may have. */
function judgeLog(output: string, isWhole: boolean): boolean {
  const findings = findInLog(output, PLANTED_SECRETS);
  const lines = countLogLines(output);
  for (const { kind, line } of findings) console.error(`log: ${kind} in: ${line}`);
  console.log(
    `log: ${lines} lines of the service, ${findings.length} secrets in all that was written`,
  );
  // Some tests make the service write; if nothing arrived, nothing was searched.
  if (isWhole && lines === 0) console.error("log: the service's own lines did not arrive");
  return findings.length === 0 && !(isWhole && lines === 0);
}

interface Run {
  readonly code: number;
  /** All that was written, as it was shown. */
  readonly output: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve, reject) => {
    // Through a pipe vitest would leave the colours out.
    const colours = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {};
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...colours, ...env },
      stdio: ["inherit", "pipe", "pipe"],
    });
    const written: Buffer[] = [];
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on("data", (chunk: Buffer) => {
        written.push(chunk);
        to.write(chunk);
      });
    }
    const pass = () => child.kill("SIGTERM");
    process.once("SIGTERM", pass).once("SIGHUP", pass);
    child
      .once("error", reject)
      .once("close", (code) =>
        resolve({ code: code ?? 1, output: Buffer.concat(written).toString("utf8") }),
      );
  });
}

function closingLine(report: string, code: number): string {
  let passed = 0;
  let failed = 0;
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    [passed, failed] = [numPassedTests, numFailedTests];
  }
  // A file that cannot be loaded, or a leaked rejection, fails the run without failing a test.
  if (code !== 0 && failed === 0) failed = 1;
  return `${passed} passed, ${failed} failed`;
}

function findVitest(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve("vitest/package.json");
    return path.join(path.dirname(manifest), "vitest.mjs");
  } catch {
    throw new Complaint("the npm package vitest is missing: run npm ci");
  }
}

await runScript(main);
process.exit();
