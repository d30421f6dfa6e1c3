// `npm test`: a throw-away Postgres and gateway for one run of vitest.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Complaint, runScript } from "./complaint.ts";
import { buildDocsAssets } from "./docs-assets.ts";
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
    try {
      // Never the caller's DATABASE_URL: the tests write to it as they please.
      return await runVitest({ DATABASE_URL: postgres.url, NEON_GATEWAY: gateway.address });
    } finally {
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
  try {
    const code = await run([findVitest(), "run", ...reporters, ...process.argv.slice(2)], env);
    console.log(closingLine(report, code));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: "inherit",
    } as const;
    const child = spawn(process.execPath, args, options);
    const pass = () => child.kill("SIGTERM");
    process.once("SIGTERM", pass).once("SIGHUP", pass);
    child.once("error", reject).once("exit", (code) => resolve(code ?? 1));
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
