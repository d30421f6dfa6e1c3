import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DELETE_BATCH_ROWS, DELETE_BATCHES_MAX } from "../../src/domain/bounds.ts";
import worker from "../../src/index.ts";
import { JOBS, type JobTable } from "../../src/jobs/jobs.ts";
import { processInBatches } from "../../src/jobs/run-in-batches.ts";
import { runJobs } from "../../src/jobs/run-jobs.ts";
import { idOf, query } from "../database.ts";
import { api, registerPerson } from "../people.ts";

const NIGHTLY = "17 3 * * *";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Collects the lines that are logged from now on, by level. */
function collectLog() {
  const lines = { log: [] as object[], error: [] as object[] };
  for (const level of ["log", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((line) => void lines[level].push(JSON.parse(line)));
  }
  return lines;
}

describe("a scheduled run", () => {
  it("runs every job of its cron, and logs each job's count", async () => {
    const lines = collectLog();
    await worker.scheduled(createScheduledController({ cron: NIGHTLY }), env);
    expect(lines.log).toContainEqual(
      expect.objectContaining({
        event: "job_done",
        job: "delete_expired_sessions",
        count: expect.any(Number),
      }),
    );
    expect(lines.log).toHaveLength(Object.keys(JOBS[NIGHTLY] ?? {}).length);
  });

  it("fails for a cron without jobs", async () => {
    for (const cron of ["", "0 0 1 1 *", "toString"]) {
      const run = worker.scheduled(createScheduledController({ cron }), env);
      await expect(run).rejects.toThrow(`no job is planned for the cron "${cron}"`);
    }
  });

  it("runs the other jobs when one fails, and fails at its end", async () => {
    const lines = collectLog();
    const done: string[] = [];
    const table: JobTable = {
      "1 1 1 1 1": {
        first: async () => done.push("first"),
        broken: async () => {
          throw new Error("no such table for +967771234567");
        },
        last: async () => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          return done.push("last");
        },
      },
    };
    await expect(runJobs("1 1 1 1 1", env, table)).rejects.toThrow(/^jobs failed: broken$/);
    expect(done).toEqual(["first", "last"]);
    expect(lines.error).toEqual([
      expect.objectContaining({
        event: "job_failed",
        job: "broken",
        error: "Error: no such table for …",
      }),
    ]);
    expect(lines.log).toHaveLength(2);
  });
});

describe("the nightly jobs", () => {
  it("delete nothing early when the Worker's clock is years ahead", async () => {
    const person = await registerPerson();
    const id = idOf("usr", person.user.id);
    const open = await api("POST", "/v1/wallets", {
      token: person.accessToken,
      body: { currency: "USD" },
      headers: { "Idempotency-Key": "kept" },
    });
    const walletId = idOf("wal", ((await open.json()) as { id: string }).id);
    await query(sql`UPDATE wallets SET status = 'frozen', freeze_reason = 'investigation',
      frozen_until = now() + interval '1 day' WHERE id = ${walletId}`);
    await query(sql`INSERT INTO contact_codes
        (request_hash, user_id, purpose, channel, hash, created_at, expires_at)
      VALUES (sha256(${id}::bytea), ${id}, 'verification', 'phone', sha256('a'), now(),
        now() + interval '10 minutes')`);
    await query(sql`INSERT INTO messages
        (id, user_id, kind, status, created_at, due_at, expires_at)
      VALUES (${id}, ${id}, 'verification_code', 'delivered', now(), now(), now())`);
    await query(sql`INSERT INTO throttle_counters (key, tries, counted_at)
      VALUES (sha256(${id}::bytea), 5, now())`);
    const count = async () =>
      query(sql`SELECT
        (SELECT count(*) FROM idempotency_keys WHERE user_id = ${id})::int AS keys,
        (SELECT count(*) FROM sessions WHERE user_id = ${id})::int AS sessions,
        (SELECT count(*) FROM wallets WHERE id = ${walletId} AND status = 'frozen')::int AS freezes,
        (SELECT count(*) FROM contact_codes WHERE user_id = ${id})::int AS codes,
        (SELECT count(*) FROM messages WHERE id = ${id})::int AS messages,
        (SELECT count(*) FROM throttle_counters WHERE key = sha256(${id}::bytea))::int AS counters`);
    const before = await count();
    expect(before).toEqual([
      { keys: 1, sessions: 1, freezes: 1, codes: 1, messages: 1, counters: 1 },
    ]);
    const years = 10 * 365 * 24 * 60 * 60 * 1_000;
    const now = Date.now();
    vi.spyOn(Date, "now").mockImplementation(() => now + years);
    await runJobs(NIGHTLY, env);
    vi.restoreAllMocks();
    expect(await count()).toEqual(before);
  });
});

describe("one job", () => {
  it("stops after its maximum of batches, also when rows are left", async () => {
    let batches = 0;
    const full = async () => {
      batches++;
      return DELETE_BATCH_ROWS;
    };
    expect(await processInBatches(full)).toBe(DELETE_BATCHES_MAX * DELETE_BATCH_ROWS);
    expect(batches).toBe(DELETE_BATCHES_MAX);
  });
});
