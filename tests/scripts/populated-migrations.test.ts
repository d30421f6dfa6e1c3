// Each migration runs over rows of every version before it, and is compared: what people own is the same afterwards.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { projectRoot } from "../../scripts/system/places.ts";
import { quietly, useEmptyDatabase } from "./migrations-under-test.ts";
import { ROWS } from "./populated-migrations-rows.ts";

const database = useEmptyDatabase();
const SOURCE = path.join(projectRoot, "drizzle");
const journal = JSON.parse(readFileSync(path.join(SOURCE, "meta/_journal.json"), "utf8")) as {
  entries: { tag: string }[];
};
const TAGS = journal.entries.map(({ tag }) => tag);

/** Tables that a migration renames, by its tag: the old name and the new one. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "0017_tables_have_standard_names": {
    outbox_messages: "messages",
    guess_counters: "throttle_counters",
  },
};
/** Tables that are only there while an old history is put in order. */
const PASSING = new Set(["posted_at_fill"]);
/** What a migration changes on purpose, by its tag: table, then the columns. Anything else stays. */
const CHANGED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "0013_old_commits_are_put_in_order": { transactions: ["posted_at"], entries: ["posted_at"] },
  "0032_wallets_name_who_counts": { wallets: ["limits_wallet_id", "siblings_balance"] },
};
/** The system wallets that a migration adds, by its tag. */
const NEW_PURPOSES: Readonly<Record<string, readonly unknown[]>> = {
  "0025_currencies_are_exchanged": [
    "liquidity",
    "liquidity_sanaa",
    "exchange_fees",
    "exchange_fees_sanaa",
  ],
  "0027_money_comes_and_goes_through_a_provider": ["adjustment"],
  "0035_money_is_given_back": ["loss"],
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The project's migrations up to and with this one. */
function migrationsUpTo(index: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-populated-"));
  folders.push(folder);
  mkdirSync(path.join(folder, "meta"));
  const entries = journal.entries.slice(0, index + 1);
  writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries)
    cpSync(path.join(SOURCE, `${tag}.sql`), path.join(folder, `${tag}.sql`));
  return folder;
}

type Row = Readonly<Record<string, unknown>>;
type Contents = ReadonlyMap<string, readonly Row[]>;

async function contents(): Promise<Contents> {
  const tables = await database.rows(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const found = new Map<string, Row[]>();
  for (const { name } of tables) {
    if (PASSING.has(name)) continue;
    const rows = await database.rows(`SELECT to_jsonb(t) AS row FROM "${name}" t`);
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

/** The rows by these columns alone, in an order that does not depend on where they lie. */
const seenBy = (rows: readonly Row[], columns: readonly string[]): string[] =>
  rows.map((row) => JSON.stringify(columns.map((column) => [column, row[column]]))).sort();

function expectSame(tag: string, before: Contents, after: Contents): void {
  for (const [table, rows] of before) {
    const added = NEW_PURPOSES[tag] ?? [];
    const now = after
      .get(RENAMED[tag]?.[table] ?? table)
      ?.filter(({ system_purpose: purpose }) => !added.includes(purpose ?? "none"));
    expect(now, `${tag}: the table ${table} is gone`).toBeDefined();
    const [first] = now ?? [];
    const changed = CHANGED[tag]?.[table] ?? [];
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !changed.includes(name));
    // A migration that drops a column names it in CHANGED.
    const dropped = first ? columns.filter((name) => !(name in first)) : [];
    expect(dropped, `${tag}: columns of ${table} that are gone`).toEqual([]);
    expect(seenBy(now ?? [], columns), `${tag}: ${table}`).toEqual(seenBy(rows, columns));
  }
}

/** What each person has, and each transaction of it. */
const owned = () =>
  database.rows(`SELECT w.id, w.currency, w.balance, w.seq,
    (SELECT json_agg(json_build_array(e.seq, e.amount, e.balance_after, t.type, t.note) ORDER BY e.seq)
      FROM entries e JOIN transactions t ON t.id = e.transaction_id WHERE e.wallet_id = w.id) AS history
    FROM wallets w WHERE w.owner_id IS NOT NULL ORDER BY w.id`);

describe("migrations over populated tables", () => {
  it("leave every row as it was, whichever version wrote it", async () => {
    for (const [index, tag] of TAGS.entries()) {
      const before = await contents();
      const people = before.has("wallets") ? await owned() : [];
      await migrateDatabase(database.url, quietly({ folder: migrationsUpTo(index) }).options);
      if (people.length > 0) {
        expectSame(tag, before, await contents());
        expect(await owned(), tag).toEqual(people);
      }
      for (const text of ROWS[tag] ?? []) await database.client.query(text);
    }
    const last = await contents();
    expect(await owned()).toHaveLength(5);
    // Omar has three wallets in YEM: the first counts for the others, and knows their balance.
    expect(
      await database.rows(`SELECT right(id::text, 2) AS id, right(limits_wallet_id::text, 2) AS counts,
        siblings_balance::int AS siblings FROM wallets WHERE owner_id IS NOT NULL ORDER BY id`),
    ).toEqual([
      { id: "11", counts: null, siblings: 0 },
      { id: "12", counts: null, siblings: 0 },
      { id: "13", counts: null, siblings: 100 },
      { id: "14", counts: "13", siblings: 0 },
      { id: "15", counts: "13", siblings: 0 },
    ]);
    const empty = [...last].filter(([, rows]) => rows.length === 0).map(([table]) => table);
    expect(empty, "write rows of these tables in populated-migrations-rows.ts").toEqual([]);
    expect(Object.keys(ROWS).filter((tag) => !TAGS.includes(tag))).toEqual([]);
  });

  it("are compared in a way that sees a row that is changed, lost or added", async () => {
    const rows = new Map([
      [
        "wallets",
        [
          { id: 1, balance: 5 },
          { id: 2, balance: 7 },
        ],
      ],
    ]);
    const changedTo = (...now: Row[]) => new Map([["wallets", now]]);
    const same = [
      { id: 2, balance: 7, label: null },
      { id: 1, balance: 5, label: null },
    ];
    expectSame("next", rows, changedTo(...same));
    for (const wrong of [
      changedTo({ id: 1, balance: 5 }, { id: 2, balance: 8 }),
      changedTo({ id: 1, balance: 5 }),
      changedTo({ id: 1, balance: 5 }, { id: 2, balance: 7 }, { id: 3, balance: 0 }),
      changedTo({ id: 1 }, { id: 2 }),
      new Map(),
    ]) {
      expect(() => expectSame("next", rows, wrong)).toThrow();
    }
  });

  it("end with the money that people had, and each entry in its place", async () => {
    await migrateDatabase(database.url, quietly({ folder: migrationsUpTo(2) }).options);
    for (const text of ROWS[TAGS[2] ?? ""] ?? []) await database.client.query(text);
    const before = await owned();
    await migrateDatabase(database.url, quietly().options);
    expect(await owned()).toEqual(before);
    expect(before.map(({ balance }) => Number(balance))).toEqual([700, 0, 150, 100, 0]);
    const sums = await database.rows(`SELECT currency, sum(amount)::int AS sum,
      count(*) FILTER (WHERE posted_at IS NULL)::int AS unplaced FROM entries GROUP BY currency`);
    expect(sums).toEqual([{ currency: "YEM", sum: 0, unplaced: 0 }]);
  });
});
