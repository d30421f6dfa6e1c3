import { NeonDbError, neon } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseUrl, post, sql, useGateway } from "./gateway-under-test.ts";

const gateway = useGateway();

beforeAll(async () => {
  await sql`CREATE SCHEMA gateway_test`;
  await sql`CREATE TABLE gateway_test.things (
    id int CONSTRAINT things_pkey PRIMARY KEY, name text NOT NULL, bytes bytea, tags text[],
    at timestamptz, amount bigint CONSTRAINT amount_positive CHECK (amount > 0))`;
});
afterAll(() => sql`DROP SCHEMA gateway_test CASCADE`);

describe("one query", () => {
  it("carries values of every kind there and back", async () => {
    const bytes = Buffer.from([0, 255, 39, 92]);
    const at = new Date("2026-11-24T01:02:03.456Z");
    const tags = ["a", 'b"c', "d,e", "\\"];
    const [row] = await sql`INSERT INTO gateway_test.things (id, name, bytes, tags, at, amount)
      VALUES (${1}, ${"رصيد '; --"}, ${bytes}, ${tags}, ${at}, ${9007199254740993n}) RETURNING *`;
    expect(row).toEqual({
      id: 1,
      name: "رصيد '; --",
      bytes,
      tags,
      at,
      amount: "9007199254740993",
    });
  });

  it("carries null, booleans, json and floats", async () => {
    const [row] =
      await sql`SELECT ${null}::text AS n, ${true}::bool AS b, ${{ a: [1, null] }}::jsonb
      AS j, ${1.5}::float8 AS f, ${[1, 2, null]}::int[] AS l`;
    expect(row).toEqual({ n: null, b: true, j: { a: [1, null] }, f: 1.5, l: [1, 2, null] });
  });

  it("tells command, row count and fields", async () => {
    const result = await sql.query("SELECT 1::int AS one", [], { fullResults: true });
    expect(result).toMatchObject({ command: "SELECT", rowCount: 1, rows: [{ one: 1 }] });
    expect(result.fields).toMatchObject([{ name: "one", dataTypeID: 23 }]);
    const arrays = await sql.query("SELECT 1, 2", [], { arrayMode: true });
    expect(arrays).toEqual([[1, 2]]);
  });

  it("answers a text that comes again after its table has changed", async () => {
    await sql`CREATE TABLE gateway_test.changing (a int)`;
    for (let round = 0; round < 8; round++) await sql`SELECT * FROM gateway_test.changing`;
    await sql`ALTER TABLE gateway_test.changing ADD b int`;
    await sql`INSERT INTO gateway_test.changing VALUES (1, 2)`;
    const both = () => sql.transaction([sql`SELECT * FROM gateway_test.changing`]);
    for (let round = 0; round < 8; round++) {
      expect(await sql`SELECT * FROM gateway_test.changing`).toEqual([{ a: 1, b: 2 }]);
      expect(await both()).toEqual([[{ a: 1, b: 2 }]]);
    }
  });
});

describe("a batch", () => {
  it("is one transaction with the isolation and access it asks for", async () => {
    const [level, access, a, b] = await sql.transaction(
      [
        sql`SHOW transaction_isolation`,
        sql`SHOW transaction_read_only`,
        sql`SELECT pg_current_xact_id_if_assigned() AS x, now() AS t`,
        sql`SELECT pg_current_xact_id_if_assigned() AS x, now() AS t`,
      ],
      { isolationLevel: "Serializable", readOnly: true, deferrable: true },
    );
    expect(level).toEqual([{ transaction_isolation: "serializable" }]);
    expect(access).toEqual([{ transaction_read_only: "on" }]);
    expect(a).toMatchObject([{ x: null }]);
    expect(a).toEqual(b);
  });

  it("leaves nothing behind when one of its statements fails, and tells the first failure", async () => {
    const batch = sql.transaction([
      sql`INSERT INTO gateway_test.things (id, name) VALUES (50, 'kept?')`,
      sql`SELECT 1 / 0`,
      sql`SELECT 'never run'`,
    ]);
    await expect(batch).rejects.toMatchObject({ code: "22012", message: "division by zero" });
    expect(await sql`SELECT id FROM gateway_test.things WHERE id = 50`).toEqual([]);
  });

  it("serves many at once on few connections", async () => {
    const batches = Array.from({ length: 100 }, (_, n) =>
      sql.transaction([sql`SELECT ${n}::int AS n`, sql`SELECT ${n}::int + 1 AS n`]),
    );
    const answers = await Promise.all(batches);
    expect(answers[99]).toEqual([[{ n: 99 }], [{ n: 100 }]]);
  });
});

describe("errors", () => {
  it("carry the constraint, table, schema, detail and code of Postgres", async () => {
    const insert = () => sql`INSERT INTO gateway_test.things (id, name) VALUES (7, 'seven')`;
    await insert();
    const error = await insert().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NeonDbError);
    expect(error).toMatchObject({
      code: "23505",
      severity: "ERROR",
      schema: "gateway_test",
      table: "things",
      constraint: "things_pkey",
      detail: "Key (id)=(7) already exists.",
    });
    const check = sql`INSERT INTO gateway_test.things (id, name, amount) VALUES (8, 'x', 0)`;
    await expect(check).rejects.toMatchObject({ code: "23514", constraint: "amount_positive" });
    const missing = sql`INSERT INTO gateway_test.things (id) VALUES (9)`;
    await expect(missing).rejects.toMatchObject({ code: "23502", column: "name" });
  });

  it("are a 4xx for a malformed request", async () => {
    const statuses = [
      (await post(gateway.address, "{broken")).status,
      (await post(gateway.address, "null")).status,
      (await post(gateway.address, '{"query":1}')).status,
      (await post(gateway.address, '{"query":"SELECT 1","params":7}')).status,
      (await post(gateway.address, '{"queries":{}}')).status,
      (await post(gateway.address, '{"query":"SELECT 1; SELECT 2"}')).status,
      (await fetch(`http://${gateway.address}/other`, { method: "POST" })).status,
      (await fetch(`http://${gateway.address}/sql`)).status,
    ];
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 404, 405]);
  });

  it("refuse an isolation level that is not one of Postgres's", async () => {
    const level = { "Neon-Batch-Isolation-Level": "Serializable; DROP SCHEMA gateway_test" };
    expect((await post(gateway.address, '{"queries":[]}', level)).status).toBe(400);
  });

  it("refuse a body above 10 MiB and stay up", async () => {
    const body = JSON.stringify({ query: "SELECT 1", params: ["x".repeat(11 * 1024 * 1024)] });
    const status = await post(gateway.address, body).then(
      (response) => response.status,
      // The connection may close before fetch has sent all that nobody reads.
      () => 413,
    );
    expect(status).toBe(413);
    expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it("refuse a wrong password", async () => {
    const otherPassword = databaseUrl.replace(/:[^:@/]+@/, ":wrong@");
    await expect(neon(otherPassword)`SELECT 1`).rejects.toThrow("not this gateway's");
    const anonymous = await fetch(`http://${gateway.address}/sql`, { method: "POST", body: "{}" });
    expect(anonymous.status).toBe(400);
  });
});
