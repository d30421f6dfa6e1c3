// The schema in src/db/schema, the snapshots of drizzle-kit and the database after all migrations say the same.
import { createRequire } from "node:module";
import { drizzle } from "drizzle-orm/node-postgres";
import { describe, expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import * as schema from "../../src/db/schema/index.ts";
import { filesIn, textOf } from "../tidy/tree.ts";
import { quietly, useEmptyDatabase } from "./migrations-under-test.ts";

// Its ES module asks for require.
const kit: typeof import("drizzle-kit/api") = createRequire(import.meta.url)("drizzle-kit/api");
const database = useEmptyDatabase();

const snapshots = filesIn("drizzle/meta").filter((file) => file.endsWith("_snapshot.json"));
const lastSnapshot = () => JSON.parse(textOf(snapshots.at(-1) ?? ""));

describe("the schema", () => {
  it("needs no migration that drizzle-kit would write", async () => {
    const { entries } = JSON.parse(textOf("drizzle/meta/_journal.json"));
    expect(snapshots).toHaveLength(entries.length);
    const current = kit.generateDrizzleJson(schema, lastSnapshot().id);
    expect(await kit.generateMigration(lastSnapshot(), current)).toEqual([]);
  });

  it("would be seen to differ by a column and by an index", async () => {
    const { email: _, ...columns } = lastSnapshot().tables["public.users"].columns;
    const { users_operators_idx: __, ...indexes } = lastSnapshot().tables["public.users"].indexes;
    const current = kit.generateDrizzleJson(schema, lastSnapshot().id);
    for (const change of [{ columns }, { indexes }]) {
      const earlier = lastSnapshot();
      Object.assign(earlier.tables["public.users"], change);
      expect(await kit.generateMigration(earlier, current)).toHaveLength(1);
    }
  });

  it("is what the database has after all migrations: tables, columns, constraints and indexes", async () => {
    await migrateDatabase(database.url, quietly().options);
    const tables = Object.values(lastSnapshot().tables) as SnapshotTable[];
    const names = tables.map(({ name }) => name).sort();
    const made = await database.rows(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    expect(made.map(({ name }) => name)).toEqual(names);
    for (const table of tables)
      expect(await inDatabase(table.name), table.name).toEqual(inSnapshot(table));
    // The ORM reads each of them.
    const db = drizzle(database.client, { schema });
    for (const query of Object.values(db.query) as { findFirst(): Promise<unknown> }[]) {
      await query.findFirst();
    }
  });
});

interface SnapshotTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, { name: string; type: string; notNull: boolean }>>;
  readonly indexes: Readonly<Record<string, unknown>>;
  readonly checkConstraints: Readonly<Record<string, unknown>>;
  readonly foreignKeys: Readonly<Record<string, unknown>>;
  readonly uniqueConstraints: Readonly<Record<string, unknown>>;
}

const sorted = (names: readonly string[]): string[] => [...names].sort();

function inSnapshot(table: SnapshotTable) {
  const columns = Object.values(table.columns).map(
    ({ name, type, notNull }) => `${name} ${type.replace(", ", ",")}${notNull ? " not null" : ""}`,
  );
  return {
    columns: sorted(columns),
    indexes: sorted(Object.keys(table.indexes)),
    checks: sorted(Object.keys(table.checkConstraints)),
    foreignKeys: sorted(Object.keys(table.foreignKeys)),
    uniques: sorted(Object.keys(table.uniqueConstraints)),
  };
}

async function inDatabase(table: string) {
  const list = async (text: string): Promise<string[]> =>
    sorted(
      (await database.rows(text.replaceAll("$table", `'${table}'::regclass`))).map(
        ({ name }) => name,
      ),
    );
  const constraints = (type: string) =>
    list(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = $table AND contype = '${type}'`,
    );
  return {
    columns: await list(`SELECT attname || ' ' || format_type(atttypid, atttypmod)
      || CASE WHEN attnotnull THEN ' not null' ELSE '' END AS name
      FROM pg_attribute WHERE attrelid = $table AND attnum > 0 AND NOT attisdropped`),
    indexes: await list(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i
      WHERE i.indrelid = $table AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid
        AND contype IN ('p', 'u'))`),
    checks: await constraints("c"),
    foreignKeys: await constraints("f"),
    uniques: await constraints("u"),
  };
}
