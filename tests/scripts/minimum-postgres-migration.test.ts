// The migrations, a story and the proof on the oldest Postgres that is supported. It needs that version's binaries:
// MAHFAZA_MINIMUM_POSTGRES names their folder, else Debian's is taken. Without them, and outside CI, it is skipped.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import { makeDemo } from "../../scripts/demo/make-demo.ts";
import { POSTGRES_MIN, requireVersion } from "../../scripts/migrate/postgres-version.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { ensureAccount, isRoot } from "../../scripts/postgres/account.ts";
import { type RunningCluster, startCluster } from "../../scripts/postgres/start-cluster.ts";
import { smoke } from "../../scripts/smoke.ts";
import { proveLedger } from "../prove-ledger.ts";
import { CHEAP_SCRYPT, serveOn } from "./deployed-worker.ts";

/** Debian keeps each major version's binaries under its number; the oldest that is there from the minimum on. */
function findBinaries(): string | null {
  if (!process.env.CI) return null;
  const named = process.env.MAHFAZA_MINIMUM_POSTGRES;
  if (named) return named;
  for (let major = POSTGRES_MIN; major < POSTGRES_MIN + 4; major++) {
    const folder = `/usr/lib/postgresql/${major}/bin`;
    if (existsSync(path.join(folder, "initdb"))) return folder;
  }
  return null;
}

const binaries = findBinaries();
if (!binaries) {
  console.log(
    process.env.CI
      ? `skipped: no binaries of Postgres ${POSTGRES_MIN} or the next in /usr/lib/postgresql; MAHFAZA_MINIMUM_POSTGRES names others`
      : "skipped: the oldest Postgres is tried in CI, or with CI=1",
  );
}

describe("a Postgres that is too old", () => {
  it("is refused in one line before anything is changed", async () => {
    const old = { number: (POSTGRES_MIN - 1) * 10_000 + 23, text: `${POSTGRES_MIN - 1}.23` };
    const client = { query: async () => ({ rows: [old] }) } as unknown as pg.Client;
    await expect(requireVersion(client)).rejects.toThrow(
      `Postgres ${POSTGRES_MIN - 1}.23 is too old: the service needs ${POSTGRES_MIN} or newer`,
    );
  });
});

describe.skipIf(!binaries)("the oldest Postgres that is there", () => {
  let folder: string;
  let bundle: string;
  let postgres: RunningCluster;
  let database: pg.Client;

  beforeAll(async () => {
    const account = isRoot() ? ensureAccount() : null;
    folder = mkdtempSync(path.join(account ? "/tmp" : tmpdir(), "mahfaza-minimum-"));
    chmodSync(folder, 0o711);
    const password = randomBytes(24).toString("hex");
    const passwordFile = path.join(folder, "password");
    const dataDir = path.join(folder, "data");
    mkdirSync(dataDir, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account)
      for (const own of [dataDir, passwordFile]) chownSync(own, account.uid, account.gid);
    const initdb = path.join(binaries ?? "", "initdb");
    const flags = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"];
    execFileSync(initdb, [`--pgdata=${dataDir}`, `--pwfile=${passwordFile}`, ...flags], {
      cwd: "/",
      stdio: "pipe",
      ...account,
    });
    const found = { initdb, postgres: path.join(binaries ?? "", "postgres") };
    const cluster = { dataDir, binaries: found, account, password };
    postgres = await startCluster(cluster, path.join(folder, "postgres.log"), {
      settings: { fsync: "off" },
    });
    database = new pg.Client(postgres.url);
    await database.connect();
    bundle = await buildWorker();
  });

  afterAll(async () => {
    await database?.end();
    await postgres?.stop();
    for (const made of [folder, bundle]) if (made) rmSync(made, { recursive: true, force: true });
  });

  it("takes the migrations, months of history and a smoke test, and its ledger is proven", async () => {
    const { rows } = await database.query("SELECT current_setting('server_version') AS version");
    console.log(`tried on Postgres ${rows[0].version}`);
    await migrateDatabase(postgres.url, { report: () => {} });
    const sealing = { sealingKeys: [{ kid: "k", k: Buffer.alloc(32, "s").toString("base64url") }] };
    const demo = await makeDemo(postgres.url, {
      nowMs: Date.now(),
      sealing,
      isPublic: true,
      isPresent: false,
      scryptCost: CHEAP_SCRYPT,
      report: () => {},
    });
    expect(demo.transactions).toBeGreaterThan(400);
    const worker = await serveOn(postgres.url, bundle);
    try {
      const lines: string[] = [];
      const isFine = await smoke(worker.url, (line) => void lines.push(line));
      expect(isFine, lines.join("\n")).toBe(true);
    } finally {
      await worker.stop();
    }
    await proveLedger(drizzle(database));
  });
});
