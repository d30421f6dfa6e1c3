import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, neonConfig } from "@neondatabase/serverless";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { DEADLINES } from "../../../scripts/neon-gateway/deadlines.ts";
import { pipeToPostgres } from "../../../scripts/neon-gateway/pipe-to-postgres.ts";
import { type NeonGateway, startNeonGateway } from "../../../scripts/neon-gateway/start-gateway.ts";
import { dialUpstream, readUpstream } from "../../../scripts/neon-gateway/upstream.ts";
import type { RunningCluster } from "../../../scripts/postgres/start-cluster.ts";
import { startThrowawayPostgres } from "../../../scripts/postgres/throwaway-postgres.ts";
import { type SilencingRelay, startSilencingRelay } from "./silencing-relay.ts";

// Of the file's own: connections of the run's Postgres belong to other tests.
let postgres: RunningCluster;
let admin: pg.Client;
const closers: (() => unknown)[] = [];
const uncaught: unknown[] = [];
const collect = (error: unknown) => void uncaught.push(error);

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  process.prependListener("uncaughtException", collect);
});
afterAll(async () => {
  process.off("uncaughtException", collect);
  await admin?.end();
  await postgres?.stop();
});
beforeEach(() => {
  uncaught.length = 0;
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  expect(uncaught).toEqual([]);
});

async function gatewayTo(databaseUrl: string, deadlines = {}): Promise<NeonGateway> {
  const gateway = await startNeonGateway({ databaseUrl, poolMax: 4, deadlines });
  closers.push(() => gateway.close());
  return gateway;
}

async function relayTo(databaseUrl?: string): Promise<SilencingRelay> {
  const relay = await startSilencingRelay(databaseUrl);
  closers.push(() => relay.close());
  return relay;
}

const post = (gateway: NeonGateway, url: string, body: object) =>
  fetch(`http://${gateway.address}/sql`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Neon-Connection-String": url },
  });
/** Neon's driver, by the WebSocket pipe. */
function clientOf(gateway: NeonGateway, url: string): Client {
  neonConfig.wsProxy = (host, port) => `${gateway.address}/v2?address=${host}:${port}`;
  neonConfig.webSocketConstructor = WebSocket;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
  const client = new Client(url);
  client.on("error", () => {});
  return client;
}

const one = { query: "SELECT 1 AS one" };
const slow = { query: "SELECT pg_sleep(0.02)" };
const batch = { queries: [slow, one, slow] };

describe("a Postgres that ends connections", () => {
  it("fails the requests that it ends, in the middle of batches too, and the gateway continues", async () => {
    const gateway = await gatewayTo(postgres.url);
    const statuses: Record<number, number> = {};
    let isOver = false;
    const ask = async (body: object) => {
      while (!isOver) {
        const answer = await post(gateway, postgres.url, body);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        const { code } = (await answer.json()) as { code?: string };
        // The end of a connection is no answer of the statement.
        expect(code).toBeUndefined();
      }
    };
    const endedSockets = { count: 0 };
    const talk = async () => {
      while (!isOver) {
        const client = clientOf(gateway, postgres.url);
        await client
          .connect()
          .then(() => client.query("BEGIN; SELECT pg_sleep(0.05); COMMIT"))
          .catch(() => {
            endedSockets.count++;
          });
        await client.end().catch(() => {});
      }
    };
    const traffic = [batch, batch, batch, slow, slow].map(ask).concat([talk(), talk()]);
    // However long the machine takes: until many of each kind were ended.
    for (; (statuses[503] ?? 0) <= 20 || endedSockets.count <= 5; await sleep(10)) {
      await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = 'mahfaza'",
      );
    }
    isOver = true;
    await Promise.all(traffic);
    expect(Object.keys(statuses).every((status) => ["200", "503"].includes(status))).toBe(true);
    for (let round = 0; round < 8; round++) {
      expect((await post(gateway, postgres.url, batch)).status).toBe(200);
    }
  });

  it("keeps a connection whose statement failed, and only that", async () => {
    const gateway = await gatewayTo(postgres.url);
    const pid = async () => {
      const answer = await post(gateway, postgres.url, { query: "SELECT pg_backend_pid() AS pid" });
      return ((await answer.json()) as { rows: [[string]] }).rows[0][0];
    };
    const before = await pid();
    expect((await post(gateway, postgres.url, { query: "SELECT 1 / 0" })).status).toBe(400);
    expect(await pid()).toBe(before);
    const ended = { query: "SELECT pg_terminate_backend(pg_backend_pid())" };
    expect((await post(gateway, postgres.url, ended)).status).toBe(503);
    expect(await pid()).not.toBe(before);
  });
});

describe("a Postgres that says nothing", () => {
  const quick = { connectMs: 300, answerMs: 400, endMs: 100 };
  /** For a Postgres that answers first: a busy machine needs more than an instant for it. */
  const patient = { connectMs: 3_000, answerMs: 3_000, endMs: 100 };

  it("is an error after the deadline, for a query and for a batch", async () => {
    const relay = await relayTo();
    const gateway = await gatewayTo(relay.url, quick);
    for (const body of [one, batch]) {
      expect((await post(gateway, relay.url, body)).status).toBe(503);
    }
  });

  it("is an error for everybody who waits for a connection", async () => {
    const relay = await relayTo();
    const gateway = await gatewayTo(relay.url, quick);
    const all = Array.from({ length: 60 }, () => post(gateway, relay.url, one));
    const from = performance.now();
    const answers = await Promise.all(all);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
    // One after the other, four at a time, they would wait for 6 seconds.
    expect(performance.now() - from).toBeLessThan(5_500);
  });

  it("is an error in the middle of a request too, and leaves no connection behind", async () => {
    const relay = await relayTo(postgres.url);
    const gateway = await gatewayTo(relay.url, patient);
    expect((await post(gateway, relay.url, batch)).status).toBe(200);
    relay.silence();
    expect((await post(gateway, relay.url, batch)).status).toBe(503);
    await expect.poll(() => relay.open).toBe(0);
  });

  it.each([
    ["after the first message", ""],
    ["when asked for TLS", "?sslmode=verify-full"],
  ])("closes a WebSocket %s", async (_, search) => {
    const relay = await relayTo();
    const gateway = await gatewayTo(`${relay.url}${search}`, quick);
    const webSocket = new WebSocket(`ws://${gateway.address}/v2`);
    await once(webSocket, "open");
    webSocket.send("a start-up message");
    const [code] = await once(webSocket, "close");
    expect(code).toBe(1011);
    await expect.poll(() => relay.open).toBe(0);
  });

  it("closes a WebSocket when it hangs up instead of agreeing on TLS", async () => {
    const server = createServer((socket) => socket.once("data", () => socket.end()));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    closers.push(() => server.close());
    const { port } = server.address() as { port: number };
    const url = `postgres://a:b@127.0.0.1:${port}/c?sslmode=verify-full`;
    const gateway = await gatewayTo(url, { connectMs: 10_000 });
    const webSocket = new WebSocket(`ws://${gateway.address}/v2`);
    expect((await once(webSocket, "close"))[0]).toBe(1011);
    expect((await post(gateway, url, one)).status).toBe(503);
  });

  it("leaves a pipe open whose first message came before Postgres was dialled", async () => {
    const deadlines = { ...DEADLINES, connectMs: 100 };
    // Answers each message with the same: no more is asked of a Postgres here.
    const postgres = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
    const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    closers.push(
      () => postgres.close(),
      () => server.close(),
    );
    await Promise.all([once(postgres, "listening"), once(server, "listening")]);
    const portOf = (one: { address(): unknown }) => (one.address() as { port: number }).port;
    const upstream = readUpstream(`postgres://a:b@127.0.0.1:${portOf(postgres)}/c`);
    server.on("connection", (socket) => {
      const spoken = once(socket, "message");
      const dial = () => spoken.then(() => dialUpstream(upstream, 10_000));
      void pipeToPostgres(socket, upstream, deadlines, dial);
    });
    const webSocket = new WebSocket(`ws://127.0.0.1:${portOf(server)}`);
    await once(webSocket, "open");
    webSocket.once("close", () => webSocket.emit("error", new Error("the pipe was closed")));
    for (const text of ["first", "second", "after longer than the deadline"]) {
      if (text.startsWith("after")) await sleep(2 * deadlines.connectMs);
      webSocket.send(text);
      expect(`${(await once(webSocket, "message"))[0]}`).toBe(text);
    }
    webSocket.removeAllListeners("close").terminate();
  });

  it("keeps no half of a pipe whose caller has gone, and lets the gateway close", async () => {
    const relay = await relayTo(postgres.url);
    const gateway = await startNeonGateway({ databaseUrl: relay.url, deadlines: patient });
    const client = clientOf(gateway, relay.url);
    await client.connect();
    expect((await post(gateway, relay.url, one)).status).toBe(200);
    // Idle for longer than any deadline: an open pipe may be.
    await sleep(patient.answerMs + 500);
    expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    relay.silence();
    client.query("SELECT 1").catch(() => {});
    await gateway.close();
    await expect.poll(() => relay.open).toBe(0);
  });
});

describe("a statement that takes too long", () => {
  it("is refused by Postgres itself: a lock, and the statement", async () => {
    const gateway = await gatewayTo(postgres.url, { lockMs: 200, statementMs: 500 });
    await admin.query("CREATE TABLE held (n int)");
    await admin.query("BEGIN; LOCK TABLE held");
    const locked = await post(gateway, postgres.url, { query: "SELECT * FROM held" });
    await admin.query("ROLLBACK");
    expect([locked.status, ((await locked.json()) as { code: string }).code]).toEqual([
      400,
      "55P03",
    ]);
    const asleep = await post(gateway, postgres.url, { query: "SELECT pg_sleep(5)" });
    expect([asleep.status, ((await asleep.json()) as { code: string }).code]).toEqual([
      400,
      "57014",
    ]);
  });
});
