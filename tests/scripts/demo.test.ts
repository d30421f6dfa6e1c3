// `npm run demo` on a Postgres of its own, and its logins against the built Worker.
import { rmSync } from "node:fs";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import { WORKER_SETTINGS } from "../../bench/serve/settings.ts";
import { makeDemo } from "../../scripts/demo/make-demo.ts";
import { NAMES, PEOPLE } from "../../scripts/demo/people.ts";
import { storyUntil } from "../../scripts/demo/story.ts";
import { requireLocal } from "../../scripts/demo.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import type { RunningCluster } from "../../scripts/postgres/start-cluster.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";
import { totpCode } from "../../src/crypto/totp.ts";
import { proveLedger } from "../prove-ledger.ts";
import { CHEAP_SCRYPT, type DeployedWorker, serveOn } from "./deployed-worker.ts";

const sealing = { sealingKeys: JSON.parse(WORKER_SETTINGS.SEALING_KEYS ?? "").keys };
const quiet = {
  sealing,
  scryptCost: CHEAP_SCRYPT,
  isPublic: true,
  isPresent: false,
  report: () => {},
};
const optionsAt = (nowMs: number) => ({ ...quiet, nowMs });

let postgres: RunningCluster;
let database: pg.Client;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  database = new pg.Client(postgres.url);
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await postgres?.stop();
});

const rows = async (text: string) => (await database.query(text)).rows;

async function emptyDatabase(): Promise<void> {
  await database.query(`DROP SCHEMA IF EXISTS drizzle CASCADE; DROP SCHEMA public CASCADE;
    CREATE SCHEMA public`);
  await migrateDatabase(postgres.url, { report: () => {} });
}

const countOf = async (table: string): Promise<number> =>
  (await rows(`SELECT count(*)::int AS count FROM ${table}`))[0].count;

describe("the demo's story", () => {
  it("is the same for the same day, and has months, currencies, notes and refusals to come", () => {
    const day = Date.UTC(2026, 10, 28, 9);
    expect(storyUntil(day)).toEqual(storyUntil(day + 3_600_000));
    const events = storyUntil(day).flatMap(({ events: own }) => own);
    expect(storyUntil(day)[0]?.startMs).toBe(Date.UTC(2026, 4, 1));
    expect(events.length).toBeGreaterThan(400);
    expect(new Set(events.map(({ who }) => who)).size).toBe(NAMES.length);
  });

  it.each([Date.UTC(2027, 2, 1), Date.UTC(2028, 1, 29, 23, 59), Date.UTC(2027, 0, 31)])(
    "ends before the day on which it is told (%d)",
    (nowMs) => {
      const last = storyUntil(nowMs).at(-1);
      expect((last?.startMs ?? 0) + 86_400_000).toBeLessThanOrEqual(nowMs);
    },
  );
});

describe("npm run demo", () => {
  it("refuses a database that is not on this machine, unless it is allowed", () => {
    const neon = "postgres://a:b@ep-quiet-1.eu-central-1.aws.neon.tech/neondb";
    expect(() => requireLocal(neon, false)).toThrow("is not on this machine");
    expect(() => requireLocal("postgres://a:b@10.0.0.7/c", false)).toThrow(
      "is not on this machine",
    );
    expect(requireLocal(neon, true)).toBe(false);
    for (const host of ["localhost", "127.0.0.1:5433", "[::1]:5432"]) {
      expect(requireLocal(`postgres://a:b@${host}/c`, false)).toBe(true);
    }
  });

  describe("on an empty ledger", () => {
    let worker: DeployedWorker;
    let folder: string;
    let demo: Awaited<ReturnType<typeof makeDemo>>;

    beforeAll(async () => {
      await emptyDatabase();
      demo = await makeDemo(postgres.url, optionsAt(Date.now()));
      folder = await buildWorker();
      worker = await serveOn(postgres.url, folder);
    });
    afterAll(async () => {
      await worker?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    const send = async (path: string, body: object | null, token = "") => {
      const response = await fetch(`${worker.url}/v1/${path}`, {
        method: body ? "POST" : "GET",
        headers: {
          "Content-Type": "application/json",
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of a body.
      return { status: response.status, body: (await response.json()) as any };
    };

    it("writes months of history that the ledger's own proof accepts", async () => {
      await proveLedger(drizzle(database));
      expect(demo).toMatchObject({ isNew: true, transactions: await countOf("transactions") });
      const [history] = await rows(`SELECT
        extract(day FROM max(posted_at) - min(posted_at))::int AS days, max(posted_at) < now() AS is_past,
        max(posted_at - created_at) < interval '1 s' AS is_soon,
        count(DISTINCT currency)::int AS currencies, count(note)::int AS notes,
        array_agg(DISTINCT failure_code) FILTER (WHERE failure_code IS NOT NULL) AS failures
        FROM transactions`);
      expect(history).toMatchObject({ is_past: true, is_soon: true, currencies: 3 });
      expect(history.days).toBeGreaterThan(150);
      expect(history.notes).toBeGreaterThan(150);
      expect(history.failures).toEqual(
        expect.arrayContaining([
          "currency_mismatch",
          "insufficient_funds",
          "recipient_not_found",
          "wallet_frozen",
        ]),
      );
      expect(await countOf("refund_totals")).toBeGreaterThan(4);
      expect(await rows("SELECT freeze_reason FROM wallets WHERE status = 'frozen'")).toEqual([
        { freeze_reason: "suspected_takeover" },
      ]);
      expect(await rows("SELECT label, balance FROM wallets WHERE status = 'closed'")).toEqual([
        { label: "Laptop", balance: "0" },
      ]);
    });

    it("leaves nothing of its clock behind, and the next payment comes last", async () => {
      expect(await rows("SELECT FROM pg_namespace WHERE nspname LIKE 'mahfaza%'")).toEqual([]);
      const [next] = await rows(
        "SELECT take_posted_at(1) > now() - interval '1 minute' AS is_now, (SELECT max(posted_at) < now() FROM transactions) AS is_after",
      );
      expect(next).toEqual({ is_now: true, is_after: true });
    });

    it("lets each person log in with the password that it prints", async () => {
      for (const name of NAMES) {
        const { phone, role } = PEOPLE[name];
        const login = demo.logins?.[name];
        const first = await send("auth/login", { phone, password: login?.password });
        expect(first.status, name).toBe(200);
        let tokens = first.body.tokens;
        if (role !== "user") {
          expect(first.body.status).toBe("second_factor_required");
          const code = totpCode(new Uint8Array(login?.totpSecret ?? []), Date.now());
          const second = await send("auth/login/second-factor", {
            challenge: first.body.challenge,
            code,
          });
          expect(second.status, JSON.stringify(second.body)).toBe(200);
          tokens = second.body.tokens;
        }
        const wallets = await send("wallets", null, tokens.access_token);
        expect(wallets.body.data).toHaveLength(1 + PEOPLE[name].wallets.length);
        const history = await send("transactions?limit=5", null, tokens.access_token);
        expect(history.body.data).toHaveLength(5);
      }
    });

    it("changes nothing when it is run again", async () => {
      const before = [await countOf("transactions"), await countOf("users")];
      const again = await makeDemo(postgres.url, optionsAt(Date.now()));
      expect(again).toEqual({ isNew: false, transactions: 0, logins: null });
      expect([await countOf("transactions"), await countOf("users")]).toEqual(before);
    });
  });

  it("refuses a ledger that has transactions, and writes today's time there when asked to", async () => {
    await emptyDatabase();
    await makeDemo(postgres.url, { ...optionsAt(Date.now()), isPresent: true });
    await database.query("UPDATE users SET phone = '+1' || substr(phone, 3)");
    const refused = makeDemo(postgres.url, optionsAt(Date.now()));
    await expect(refused).rejects.toThrow("the ledger has transactions already");
    const users = await countOf("users");
    await makeDemo(postgres.url, { ...optionsAt(Date.now()), isPresent: true });
    expect(await countOf("users")).toBe(2 * users);
    await proveLedger(drizzle(database));
    const [{ is_today }] = await rows(
      "SELECT min(posted_at) > now() - interval '1 hour' AS is_today FROM transactions",
    );
    expect(is_today).toBe(true);
  });

  it("keeps nothing when it fails, and works afterwards", async () => {
    await emptyDatabase();
    let months = 0;
    const report = () => {
      if (++months === 3) throw new Error("the terminal has gone");
    };
    const failing = makeDemo(postgres.url, { ...optionsAt(Date.now()), report });
    await expect(failing).rejects.toThrow("the terminal has gone");
    expect(await countOf("users")).toBe(0);
    await makeDemo(postgres.url, optionsAt(Date.now()));
    await proveLedger(drizzle(database));
    const [{ days }] = await rows(
      "SELECT extract(day FROM max(posted_at) - min(posted_at))::int AS days FROM transactions",
    );
    expect(days).toBeGreaterThan(150);
  });

  it("refuses when a phone of its people is somebody's already", async () => {
    await emptyDatabase();
    await database.query(
      `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at)
       VALUES (gen_random_uuid(), 'Somebody', $1, 'x', now(), now())`,
      [PEOPLE.omar.phone],
    );
    const refused = makeDemo(postgres.url, optionsAt(Date.now()));
    await expect(refused).rejects.toThrow("1 of the demo's phones");
    expect(await countOf("users")).toBe(1);
  });
});
