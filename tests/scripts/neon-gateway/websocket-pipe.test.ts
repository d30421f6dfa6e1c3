import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { Client, Pool } from "@neondatabase/serverless";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startNeonGateway } from "../../../scripts/neon-gateway/start-gateway.ts";
import { databaseUrl, useGateway } from "./gateway-under-test.ts";

const gateway = useGateway();

describe("the WebSocket pipe", () => {
  it("carries an interactive transaction of Neon's driver", async () => {
    const client = new Client(databaseUrl);
    await client.connect();
    await client.query("BEGIN");
    await client.query("CREATE TABLE public.pipe_test (n int)");
    await client.query("INSERT INTO public.pipe_test SELECT generate_series(1, $1::int)", [10]);
    const { rows } = await client.query("SELECT sum(n)::int AS sum FROM public.pipe_test");
    expect(rows).toEqual([{ sum: 55 }]);
    await client.query("ROLLBACK");
    await client.end();
  });

  it("carries megabytes in both directions", async () => {
    const client = new Client(databaseUrl);
    await client.connect();
    const text = "ر".repeat(3_000_000);
    const { rows } = await client.query("SELECT $1::text || $1::text AS twice", [text]);
    expect(rows[0].twice).toHaveLength(6_000_000);
    await client.end();
  });

  it("always leads to its own Postgres, whatever address is named", async () => {
    const elsewhere = new URL(databaseUrl);
    elsewhere.hostname = "203.0.113.1";
    elsewhere.port = "1";
    const client = new Client(elsewhere.href);
    await client.connect();
    expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  it("ends the client's side when Postgres ends its own", async () => {
    const client = new Client(databaseUrl);
    await client.connect();
    const gone = new Promise((resolve) => client.on("error", resolve));
    const pool = new Pool({ connectionString: databaseUrl });
    const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
    await pool.query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
    expect(await gone).toBeInstanceOf(Error);
    await pool.end();
  });

  it("ends the connection to Postgres when the client vanishes in the middle", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const other = await startNeonGateway({ databaseUrl: `postgres://a:b@127.0.0.1:${port}/c` });
    const webSocket = new WebSocket(`ws://${other.address}/v2`);
    const [[socket]] = await Promise.all([
      once(server, "connection") as Promise<[Socket]>,
      once(webSocket, "open"),
    ]);
    webSocket.send("half a mes");
    await once(socket, "data");
    webSocket.terminate();
    socket.resume();
    await once(socket, "close");
    await other.close();
    server.close();
  });

  it("closes at once when Postgres cannot be reached", async () => {
    const other = await startNeonGateway({ databaseUrl: "postgres://a:b@127.0.0.1:1/c" });
    const webSocket = new WebSocket(`ws://${other.address}/v2?address=localhost:5432`);
    const [code] = await once(webSocket, "close");
    expect(code).toBe(1011);
    await other.close();
  });

  it("is found at /v2 alone", async () => {
    const webSocket = new WebSocket(`ws://${gateway.address}/v1`);
    const [error] = await once(webSocket, "error");
    expect(`${error}`).toContain("400");
  });
});
