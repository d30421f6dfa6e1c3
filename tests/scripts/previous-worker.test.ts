// Expand, then contract: `npm run deploy` migrates first, so for a while the Worker of before works on the new schema.
// Here that Worker is built from history and does all that its own Postman collection asks, on the newest schema.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import type { RunningCluster } from "../../scripts/postgres/start-cluster.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";
import { projectRoot } from "../../scripts/system/places.ts";
import { spawnWrangler } from "../../scripts/system/wrangler.ts";
import { proveLedger } from "../prove-ledger.ts";
import { type DeployedWorker, serveOn } from "./deployed-worker.ts";

const COLLECTION = "postman/wallet-api.postman_collection.json";
const ARCHIVE_BYTES_MAX = 100_000_000;

function git(...args: string[]): string | null {
  try {
    const options = { cwd: projectRoot, encoding: "utf8", stdio: "pipe" } as const;
    return execFileSync("git", args, options).trim() || null;
  } catch {
    // No repository, or none of that commit: a shallow clone.
    return null;
  }
}

/**
 * The commit that the previous release was made from: that of the last tag v…, when the checkout is beyond it. Before
 * there is a tag it is the one before the newest migration came: the Worker that this migration met.
 */
function previousCommit(): { commit: string; why: string } | null {
  const tag = git("describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^");
  if (tag) return { commit: tag, why: `the release ${tag}` };
  const files = (git("ls-files", "drizzle/*.sql") ?? "").split("\n");
  const newest = files.at(-1) ?? "";
  const added = git("log", "--diff-filter=A", "--format=%H", "--max-count=1", "--", newest);
  const commit = added && git("rev-parse", "--verify", "--quiet", `${added}^`);
  return commit ? { commit, why: `the commit before ${path.basename(newest)}` } : null;
}

// Ten seconds, and the same for every change that has no migration: CI takes them.
const isAsked = Boolean(process.env.CI);
const previous = isAsked ? previousCommit() : null;
if (!previous) {
  const reason = isAsked
    ? "the history of this clone is too short to build the Worker of before"
    : "the Worker of before is tried in CI, or with CI=1";
  console.log(`skipped: ${reason}`);
}

describe.skipIf(!previous)("the Worker of before on the newest schema", () => {
  let folder: string;
  let postgres: RunningCluster;
  let worker: DeployedWorker;
  let tree: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "mahfaza-previous-"));
    tree = path.join(folder, "tree");
    mkdirSync(tree);
    const archive = ["archive", "--format=tar", previous?.commit ?? ""];
    const input = execFileSync("git", archive, { cwd: projectRoot, maxBuffer: ARCHIVE_BYTES_MAX });
    execFileSync("tar", ["-x", "-C", tree], { input });
    // Today's packages: what is tried is the code and its SQL.
    symlinkSync(path.join(projectRoot, "node_modules"), path.join(tree, "node_modules"));
    await build();
    postgres = await startThrowawayPostgres();
    await migrateDatabase(postgres.url, { report: () => {} });
    worker = await serveOn(postgres.url, path.join(folder, "dist"), {
      ...settingsOfBefore(),
      ENVIRONMENT: "test",
      PASSWORD_SCRYPT: "ln=4,r=8,p=1",
      MESSAGE_WEBHOOK_URL: process.env.MESSAGE_WEBHOOK_URL ?? "",
      MESSAGE_WEBHOOK_SECRET: process.env.MESSAGE_WEBHOOK_SECRET ?? "",
    });
  }, 180_000);

  afterAll(async () => {
    await worker?.stop();
    await postgres?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function build(): Promise<void> {
    // As its installation did: the words that judge passwords are made, not kept.
    const words = path.join(tree, "scripts/password-words.ts");
    if (existsSync(words)) execFileSync(process.execPath, [words], { cwd: tree, stdio: "pipe" });
    mkdirSync(path.join(tree, "public"), { recursive: true });
    const config = path.join(tree, "wrangler.toml");
    const args = ["deploy", "--dry-run", "--config", config, "--outdir", path.join(folder, "dist")];
    const child = spawnWrangler(args, { stdio: ["ignore", "pipe", "pipe"] });
    const output = Promise.all(
      [child.stdout, child.stderr].map((from) => (from ? text(from) : "")),
    );
    const [code] = await once(child, "close");
    expect(code, (await output).join("\n")).toBe(0);
  }

  /** The names of its settings may have been others: its own benchmark knows them. */
  function settingsOfBefore(): Record<string, string> {
    const module = path.join(tree, "bench/serve/settings.ts");
    const print = `import(${JSON.stringify(module)}).then((m) => console.log(JSON.stringify(m.WORKER_SETTINGS)))`;
    return JSON.parse(execFileSync(process.execPath, ["-e", print], { encoding: "utf8" }));
  }

  it(`passes its own Postman collection: ${previous?.why}`, { timeout: 120_000 }, async () => {
    const newman = path.join(projectRoot, "node_modules/newman/bin/newman.js");
    const messages = new URL(process.env.MESSAGE_WEBHOOK_URL ?? "").origin;
    const child = spawn(
      process.execPath,
      [
        newman,
        "run",
        path.join(tree, COLLECTION),
        "--env-var",
        `base_url=${worker.url}`,
        "--env-var",
        `outbox_url=${messages}`,
        "--color",
        "off",
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await once(child, "close");
    const report = (await output).join("\n");
    expect(code, report).toBe(0);
    // It did try something.
    expect(Number(/assertions\s*│\s*(\d+)/.exec(report)?.[1])).toBeGreaterThan(50);
    const database = new pg.Client(postgres.url);
    await database.connect();
    try {
      const { rows } = await database.query("SELECT count(*)::int AS count FROM transactions");
      expect(rows[0].count).toBeGreaterThan(5);
      await proveLedger(drizzle(database));
    } finally {
      await database.end();
    }
  });
});
