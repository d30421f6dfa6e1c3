// The peer as the driver's documentation shows it: each request opens its own connection to Postgres over a
// WebSocket, and closes it after the answer. Source: the README of @neondatabase/serverless.
import { Client, neonConfig } from "@neondatabase/serverless";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type { AccessTokenSettings } from "../../src/crypto/access-token.ts";
import { UNQUEUED } from "../../src/crypto/hash-queue.ts";
import { verifyPassword } from "../../src/crypto/password.ts";
import { CoalescingWebSocket } from "../../src/db/coalescing-web-socket.ts";
import { type PeerConnection, PLANNER_OPTIONS, type WithConnection } from "./connection.ts";
import { type PeerEnv, routes } from "./routes.ts";
import { type PeerVariables, tokenSettings } from "./settings.ts";

interface TextbookEnv extends PeerEnv {
  Bindings: PeerVariables & {
    /** host:port of the local gateway that speaks Neon's protocols. */
    readonly NEON_GATEWAY: string;
  };
}

// Mahfaza's own WebSocket instead of the driver's timer for coalescing, which would cost the peer one or two
// milliseconds for each statement. That difference is not compared here.
neonConfig.webSocketConstructor = CoalescingWebSocket;
neonConfig.coalesceWrites = false;

async function open(databaseUrl: string, gateway: string): Promise<Client> {
  neonConfig.wsProxy = (host, port) => `${gateway}/v2?address=${host}:${port}`;
  neonConfig.useSecureWebSocket = false;
  // Neon accepts the password in the first message; other Postgres servers need a challenge first.
  neonConfig.pipelineConnect = false;
  const client = new Client({ connectionString: databaseUrl, options: PLANNER_OPTIONS });
  client.on("error", () => {});
  await client.connect();
  return client;
}

// Without statement names: a connection that serves one request does not send a statement twice.
const connectionOf = (client: Client): PeerConnection => ({
  async query<Row>({ text }: { readonly text: string }, values: readonly unknown[] = []) {
    return (await client.query(text, [...values])).rows as Row[];
  },
});

// Read once, as in mahfaza, so that a token check costs the same in both.
let settings: AccessTokenSettings | undefined;

const onePerRequest = createMiddleware<TextbookEnv>(async (c, next) => {
  const { DATABASE_URL, NEON_GATEWAY } = c.env;
  let opening: Promise<Client> | null = null;
  const withConnection: WithConnection = async (work) => {
    opening ??= open(DATABASE_URL, NEON_GATEWAY);
    return work(connectionOf(await opening));
  };
  settings ??= tokenSettings(c.env);
  const verify = (password: string, stored: string) => verifyPassword(password, stored, UNQUEUED);
  c.set("peer", { settings, withConnection, verifyPassword: verify });
  await next();
  const opened = opening as Promise<Client> | null;
  if (opened) c.executionCtx.waitUntil(opened.then((client) => client.end()));
});

const app = new Hono<TextbookEnv>();
app.use(onePerRequest);
app.route("/", routes);

export default app;
