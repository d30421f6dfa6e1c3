// The built Worker in plain workerd, on a Postgres of its own with injected faults: no request may answer 500.
import { rmSync } from "node:fs";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenOf } from "../../bench/people.ts";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import type { ServedWorker } from "../../bench/serve/served.ts";
import { WORKER_OBJECTS, WORKER_SETTINGS } from "../../bench/serve/settings.ts";
import { serveWorkerd } from "../../bench/serve/workerd.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";
import { childrenOf } from "../../scripts/system/processes.ts";
import { reconcile } from "../../src/ledger/reconcile.ts";
import { type LedgerUser, openLedgerDatabase } from "../faults/ledger-database.ts";

let postgres: Awaited<ReturnType<typeof startThrowawayPostgres>>;
let gateway: Awaited<ReturnType<typeof startNeonGateway>>;
let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let folder: string;
let worker: ServedWorker;
let person: LedgerUser;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await migrateDatabase(postgres.url);
  gateway = await startNeonGateway({ databaseUrl: postgres.url });
  ledger = await openLedgerDatabase(postgres.url, gateway.address);
  person = await ledger.person();
  folder = await buildWorker();
  worker = await serveWorkerd({
    folder,
    script: "index.js",
    bindings: { ...WORKER_SETTINGS, DATABASE_URL: postgres.url, NEON_GATEWAY: gateway.address },
    objects: WORKER_OBJECTS,
    storage: "memory",
  });
});

afterAll(async () => {
  await worker?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  await ledger?.close();
  await gateway?.close();
  await postgres?.stop();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let requests = 0;

interface Answer {
  readonly status: number;
}

async function ask(path: string, body?: object): Promise<Answer> {
  const token = await tokenOf({ ...person, defaultWalletId: person.walletId });
  const response = await fetch(`${worker.url}/v1/${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "Idempotency-Key": `availability-${++requests}`,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  await response.body?.cancel();
  return { status: response.status };
}

const pay = () => ask("deposits", { amount: "1.00" });
const read = () => ask("wallets");

/** Asks every few milliseconds, without waiting for the answers. */
async function keepAsking(count: number, everyMs: number, request: () => Promise<Answer>) {
  const answers: Promise<Answer>[] = [];
  for (let i = 0; i < count; i++) {
    answers.push(request());
    await sleep(everyMs);
  }
  return Promise.all(answers);
}

/** The ledger is proven, and has a deposit for each answer that says so at least. */
async function expectProven(answers: readonly Answer[], before: bigint): Promise<bigint> {
  const { balance } = await ledger.wallet(person.walletId);
  const { problems } = await reconcile(drizzle(ledger.db));
  expect(problems).toEqual([]);
  const recorded = answers.filter(({ status }) => status === 201).length;
  expect(balance - before).toBeGreaterThanOrEqual(BigInt(recorded) * 100n);
  return balance;
}

const others = (answers: readonly Answer[], ...due: number[]) =>
  answers.filter(({ status }) => !due.includes(status));

describe("a Postgres whose connections end while they work", () => {
  it("makes reads and payments wait or answer 503, and no payment is lost or doubled", async () => {
    const before = (await ledger.wallet(person.walletId)).balance;
    const ending = (async () => {
      for (let i = 0; i < 60; i++) {
        await ledger.db.query(`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`);
        await sleep(50);
      }
    })();
    const [reads, payments] = await Promise.all([
      keepAsking(300, 10, read),
      keepAsking(150, 20, pay),
      ending,
    ]);
    expect(others(reads, 200, 503)).toEqual([]);
    expect(others(payments, 201, 503)).toEqual([]);
    await expectProven(payments, before);
    expect((await pay()).status).toBe(201);
  });
});

describe("a Postgres that is stopped for three seconds", () => {
  it("is waited for: payments are recorded, within their deadline", async () => {
    const before = (await ledger.wallet(person.walletId)).balance;
    const signal = (name: NodeJS.Signals) => {
      for (const pid of [postgres.pid, ...childrenOf(postgres.pid)]) process.kill(pid, name);
    };
    signal("SIGSTOP");
    setTimeout(() => signal("SIGCONT"), 3_000);
    const [payments, reads] = await Promise.all([
      keepAsking(30, 100, pay),
      keepAsking(30, 100, read),
    ]);
    expect(others(payments, 201)).toEqual([]);
    expect(others(reads, 200, 503)).toEqual([]);
    expect(await expectProven(payments, before)).toBe(before + 3_000n);
  });
});
