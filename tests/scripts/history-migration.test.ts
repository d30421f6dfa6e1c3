import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { projectRoot } from "../../scripts/system/places.ts";
import { newId, type TransactionId } from "../../src/domain/ids.ts";
import { unixMs } from "../../src/domain/instant.ts";
import { referenceOf } from "../../src/domain/reference.ts";
import type { TransactionType } from "../../src/domain/transaction.ts";
import { proveLedger } from "../prove-ledger.ts";
import { connect, quietly, useEmptyDatabase } from "./migrations-under-test.ts";

const BEGIN_MS = Date.UTC(2026, 10, 1);
const TRANSACTIONS = 3_000;
const WALLETS = 8;
/** How much later than asked a transaction was committed, at most. */
const LATE_MS = 400;

const database = useEmptyDatabase();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The project's migrations up to the one before history was put in order. */
function oldMigrations(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-old-"));
  folders.push(folder);
  const source = path.join(projectRoot, "drizzle");
  const journal = JSON.parse(readFileSync(path.join(source, "meta/_journal.json"), "utf8"));
  journal.entries = journal.entries.slice(0, 12);
  mkdirSync(path.join(folder, "meta"));
  writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify(journal));
  for (const { tag } of journal.entries) {
    cpSync(path.join(source, `${tag}.sql`), path.join(folder, `${tag}.sql`));
  }
  return folder;
}

/** Numbers that look like chance and are the same in every run. */
function chance(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

interface Leg {
  readonly wallet: string;
  readonly amount: number;
  readonly balance: number | null;
  readonly seq: number | null;
}

interface Row {
  readonly id: TransactionId;
  readonly ms: number;
  readonly type: TransactionType;
  readonly from: string | null;
  readonly to: string | null;
  readonly actor: string;
  readonly failure: string | null;
  readonly legs: readonly Leg[];
}

/** The statement by which the version before wrote a batch: it knows nothing of posted_at. */
async function writeAsBefore(
  db: { query(text: string, values: unknown[]): Promise<unknown> },
  rows: readonly Row[],
): Promise<void> {
  const legs = rows.flatMap(({ id, legs: own }) => own.map((leg) => ({ id, ...leg })));
  await db.query(
    `WITH recorded AS (
       INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
         reference, failure_code, actor_id, created_at)
       SELECT id, type, CASE WHEN failure IS NULL THEN 'success' ELSE 'failed' END, 1, 'YEM', from_id,
         to_id, reference, failure, actor, at
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[],
         $13::text[])
         AS u (id, type, from_id, to_id, failure, actor, at, reference)
     ), written AS (
       INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq)
       SELECT id, coalesce(wallet, (SELECT w.id FROM wallets w WHERE w.currency = 'YEM' AND
         w.system_purpose = CASE WHEN amount < 0 THEN 'cash_in' ELSE 'cash_out' END)), 'YEM', amount,
         balance, seq
       FROM unnest($8::uuid[], $9::uuid[], $10::bigint[], $11::bigint[], $12::bigint[])
         AS u (id, wallet, amount, balance, seq)
     )
     UPDATE wallets w SET balance = u.balance, seq = u.seq FROM (
       SELECT DISTINCT ON (wallet) wallet, balance, seq
       FROM unnest($9::uuid[], $11::bigint[], $12::bigint[]) AS u (wallet, balance, seq)
       WHERE seq IS NOT NULL ORDER BY wallet, seq DESC
     ) AS u WHERE w.id = u.wallet`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.type),
      rows.map((row) => row.from),
      rows.map((row) => row.to),
      rows.map((row) => row.failure),
      rows.map((row) => row.actor),
      rows.map((row) => new Date(row.ms).toISOString()),
      legs.map((leg) => leg.id),
      legs.map((leg) => leg.wallet || null),
      legs.map((leg) => leg.amount),
      legs.map((leg) => leg.balance),
      legs.map((leg) => leg.seq),
      rows.map(({ type, id, ms }) => referenceOf(type, id, unixMs(ms))),
    ],
  );
}

class OldService {
  readonly #random = chance();
  readonly #wallets = Array.from({ length: WALLETS }, () => newId("wal", BEGIN_MS));
  readonly #owner = newId("usr", BEGIN_MS);
  readonly #balances = new Map<string, { balance: number; seq: number }>();

  async open(): Promise<void> {
    await database.client.query(
      "INSERT INTO users VALUES ($1, 'person', '+967770000001', 'x', now(), now())",
      [this.#owner],
    );
    for (const wallet of this.#wallets) {
      this.#balances.set(wallet, { balance: 0, seq: 0 });
      await database.client.query(
        "INSERT INTO wallets (id, owner_id, currency, created_at) VALUES ($1, $2, 'YEM', now())",
        [wallet, this.#owner],
      );
    }
  }

  /** One transaction as it is committed next; it was asked at `ms`. */
  next(ms: number): Row {
    const one = this.#wallets[this.#random(WALLETS)] ?? "";
    const others = this.#wallets.filter((wallet) => wallet !== one);
    const other = others[this.#random(WALLETS - 1)] ?? "";
    const kind = this.#random(10);
    const hasMoney = (this.#balances.get(one)?.balance ?? 0) > 0;
    const base = { id: newId("txn", ms), ms, actor: this.#owner, failure: null };
    if (kind === 0) {
      return {
        ...base,
        type: "WITHDRAW",
        from: one,
        to: null,
        failure: "insufficient_funds",
        legs: [],
      };
    }
    if (!hasMoney || kind < 4) {
      const legs = [{ wallet: "", amount: -1, balance: null, seq: null }, this.#leg(one, 1)];
      return { ...base, type: "DEPOSIT", from: null, to: one, legs };
    }
    if (kind === 4) {
      const legs = [this.#leg(one, -1), { wallet: "", amount: 1, balance: null, seq: null }];
      return { ...base, type: "WITHDRAW", from: one, to: null, legs };
    }
    const legs = [this.#leg(one, -1), this.#leg(other, 1)];
    return { ...base, type: "TRANSFER", from: one, to: other, legs };
  }

  /** Ties in the millisecond, and commits in another order than they were asked in. */
  async fill(): Promise<void> {
    for (let i = 0; i < TRANSACTIONS; i += 50) {
      const batch = Array.from({ length: 50 }, (_, j) =>
        this.next(BEGIN_MS + Math.floor((i + j) / 3) * 20 - this.#random(LATE_MS)),
      );
      await writeAsBefore(database.client, batch);
    }
  }

  #leg(wallet: string, amount: number): Leg {
    const before = this.#balances.get(wallet) ?? { balance: 0, seq: 0 };
    const after = { balance: before.balance + amount, seq: before.seq + 1 };
    this.#balances.set(wallet, after);
    return { wallet, amount, ...after };
  }
}

/** Everything of history but what the migration adds. */
const contents = () =>
  database.rows(`SELECT
    (SELECT md5(string_agg(jsonb_strip_nulls(to_jsonb(t) - 'posted_at')::text, ';' ORDER BY id))
      FROM transactions t) AS transactions,
    (SELECT md5(string_agg(jsonb_strip_nulls(to_jsonb(e) - 'posted_at')::text, ';'
      ORDER BY transaction_id, wallet_id)) FROM entries e) AS entries`);

describe("putting an old history in order", () => {
  let service: OldService;

  beforeEach(async () => {
    await migrateDatabase(database.url, quietly({ folder: oldMigrations() }).options);
    service = new OldService();
    await service.open();
    await service.fill();
  });

  it("gives each transaction a unique posted_at that rises with seq, as close as possible to its request time", async () => {
    const before = await contents();
    await migrateDatabase(database.url, quietly().options);
    expect(await contents()).toEqual(before);
    await proveLedger(drizzle(database.client));
    const [far] =
      await database.rows(`SELECT count(*)::int AS count, max(posted_at - created_at)::text AS most,
      count(*) FILTER (WHERE posted_at < created_at)::int AS early,
      count(*) FILTER (WHERE posted_at < created_at + interval '1 ms')::int AS near FROM transactions`);
    expect(far).toMatchObject({ count: TRANSACTIONS, early: 0 });
    // Later than asked only behind what its wallet had before, which was asked that much later.
    expect(far.most < `00:00:00.${LATE_MS + 1}`, far.most).toBe(true);
    expect(far.near).toBeGreaterThan(TRANSACTIONS / 20);
  });

  it("leaves history protected, and the keys and indexes as a new database has them", async () => {
    await migrateDatabase(database.url, quietly().options);
    for (const table of ["transactions", "entries"]) {
      const change = database.rows(`UPDATE ${table} SET posted_at = now()`);
      await expect(change).rejects.toThrow("history cannot be changed");
    }
    expect(await database.rows("SELECT FROM pg_index WHERE NOT indisvalid")).toEqual([]);
    const [key] = await database.rows(
      "SELECT pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE conname = 'entries_pkey'",
    );
    expect(key.def).toBe(
      "PRIMARY KEY (wallet_id, posted_at) INCLUDE (transaction_id, amount, balance_after, seq)",
    );
    const nullable = await database.rows(`SELECT table_name FROM information_schema.columns
      WHERE column_name = 'posted_at' AND is_nullable = 'YES' AND table_schema = 'public'`);
    expect(nullable).toEqual([]);
    expect(await database.rows("SELECT to_regclass('posted_at_fill') AS left")).toEqual([
      { left: null },
    ]);
  });

  it("lets the previous version write during the migration and after it, in the order of its commits", async () => {
    const writer = await connect(database.url);
    const committed: string[] = [];
    let isMigrated = false;
    const writing = (async () => {
      for (let after = 0; after < 20; after += isMigrated ? 1 : 0) {
        const batch = [1, 2, 3].map(() => service.next(Date.now() - 200));
        await writeAsBefore(writer, batch);
        committed.push(...batch.map(({ id }) => id));
      }
    })();
    await migrateDatabase(database.url, quietly().options).finally(() => {
      isMigrated = true;
    });
    await writing;
    await writer.end();
    await proveLedger(drizzle(database.client));
    const { rows } = await database.client.query(
      "SELECT count(*)::int AS count FROM transactions WHERE posted_at IS NOT NULL",
    );
    expect(rows[0].count).toBe(TRANSACTIONS + committed.length);
    expect(committed.length).toBeGreaterThan(60);
  });
});
