import { readFileSync } from "node:fs";
import { Client } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectSocket, type SocketConnection, type SocketDatabase } from "../../src/db/connect.ts";

type Transaction = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

const address = {
  databaseUrl: process.env.DATABASE_URL ?? "",
  databaseGateway: process.env.NEON_GATEWAY ?? "",
};
let pipelining: SocketConnection;
let observer: SocketConnection;

const CLOSING = "insert_last";

/** Runs the prepared statement that is sent together with COMMIT. */
async function insertLast(tx: Transaction, value: number): Promise<unknown> {
  const query = new PgDialect().sqlToQuery(sql`INSERT INTO pipelined VALUES (${value}::int)`);
  return tx._.session.prepareQuery(query, undefined, CLOSING, false).execute();
}

/** The committed rows, read on another connection. */
async function committedRows(): Promise<number[]> {
  const { rows } = await observer.db.execute<{ n: number }>(
    sql`SELECT n FROM pipelined ORDER BY n`,
  );
  return rows.map(({ n }) => n);
}

async function isInTransaction(): Promise<boolean> {
  // now() is equal in two statements of one transaction, and different in two transactions.
  const at = async () => (await pipelining.db.execute(sql`SELECT now()::text AS at`)).rows[0]?.at;
  const first = await at();
  return first === (await at());
}

beforeAll(async () => {
  observer = await connectSocket(address);
  await observer.db.execute(sql`CREATE TABLE pipelined (n int PRIMARY KEY)`);
  pipelining = await connectSocket(address, { closing: new Set([CLOSING]) });
});

beforeEach(async () => {
  await observer.db.execute(sql`DELETE FROM pipelined`);
});

afterAll(async () => {
  await pipelining.close();
  await observer.db.execute(sql`DROP TABLE pipelined`);
  await observer.close();
});

/** The version of the driver that PipeliningClient was written against and tested with. */
const CHECKED_DRIVER = "1.2.0";

describe("the driver", () => {
  it("is the version that PipeliningClient was checked with", () => {
    const { version } = JSON.parse(
      readFileSync("node_modules/@neondatabase/serverless/package.json", "utf8"),
    );
    expect(
      version,
      `@neondatabase/serverless was upgraded: read what changed in its Client, Query and Connection, run
      tests/faults/pipelining-client, group-commit and unresponsive-database, and then set CHECKED_DRIVER. If they fail, set
      DATABASE_DRIVER to "plain" in wrangler.toml until PipeliningClient follows.`,
    ).toBe(CHECKED_DRIVER);
  });

  it("has the parts that PipeliningClient uses", async () => {
    const client = new Client(address.databaseUrl) as unknown as Record<string, unknown>;
    const { Query } = Client as unknown as { readonly Query: { readonly prototype: object } };
    const { connection } = client as { readonly connection: Record<string, unknown> };
    const missing = [
      ...missingMethods("Query", Query.prototype, [
        "submit",
        "handleRowDescription",
        "handleDataRow",
        "handleCommandComplete",
        "handleError",
        "handleReadyForQuery",
      ]),
      ...missingMethods("Connection", connection, ["bind", "execute", "sync"]),
      ...missingMethods("Client", client, ["connect", "query", "end"]),
      ...(connection.stream ? [] : ["Connection.stream"]),
    ];
    expect(missing).toEqual([]);
  });
});

function missingMethods(owner: string, object: object, names: readonly string[]): string[] {
  return names
    .filter((name) => typeof (object as Record<string, unknown>)[name] !== "function")
    .map((name) => `${owner}.${name}`);
}

describe("a transaction whose BEGIN is sent with its first statement", () => {
  it("returns each statement's own rows, and commits at the end", async () => {
    await pipelining.db.transaction(async (tx) => {
      const first = await tx.execute(sql`INSERT INTO pipelined VALUES (1), (2) RETURNING n`);
      expect([first.rowCount, first.rows]).toEqual([2, [{ n: 1 }, { n: 2 }]]);
      expect((await tx.execute(sql`SELECT 7 AS seven`)).rows).toEqual([{ seven: 7 }]);
      expect(await committedRows()).toEqual([]);
    });
    expect(await committedRows()).toEqual([1, 2]);
  });

  it("is rolled back when a later statement fails, and the connection remains usable", async () => {
    const failing = pipelining.db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO pipelined VALUES (1)`);
      await tx.execute(sql`SELECT 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    expect(await committedRows()).toEqual([]);
    expect(await isInTransaction()).toBe(false);
  });

  it("is rolled back when its first statement fails", async () => {
    const failing = pipelining.db.transaction((tx) => tx.execute(sql`SELECT 1 / 0`));
    await expect(failing).rejects.toThrow();
    expect(await isInTransaction()).toBe(false);
  });

  it("is not started without a statement", async () => {
    await pipelining.db.transaction(async () => undefined);
    const thrown = pipelining.db.transaction(async () => {
      throw new Error("thrown by the test");
    });
    await expect(thrown).rejects.toThrow("thrown by the test");
    expect(await isInTransaction()).toBe(false);
  });
});

describe("a transaction whose COMMIT is sent with its last statement", () => {
  it("is committed when that statement returns", async () => {
    await pipelining.db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO pipelined VALUES (1)`);
      await insertLast(tx, 2);
      expect(await committedRows()).toEqual([1, 2]);
    });
    await pipelining.db.transaction((tx) => insertLast(tx, 3));
    expect(await committedRows()).toEqual([1, 2, 3]);
    expect(await isInTransaction()).toBe(false);
  });

  it("is rolled back when that statement fails, and the next transaction succeeds", async () => {
    const failing = pipelining.db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO pipelined VALUES (1)`);
      await insertLast(tx, 1);
    });
    await expect(failing).rejects.toThrow();
    expect(await committedRows()).toEqual([]);
    await pipelining.db.transaction((tx) => insertLast(tx, 4));
    expect(await committedRows()).toEqual([4]);
  });
});
