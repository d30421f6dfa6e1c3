// The peer of the Workers textbook: each request opens its own connection to Postgres, over a
// WebSocket, and closes it after the answer. Source: the README of @neondatabase/serverless.
import { Client, neonConfig } from "@neondatabase/serverless";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type { AccessTokenSettings } from "../../src/crypto/access-token.ts";
import { UNQUEUED } from "../../src/crypto/hash-queue.ts";
import { verifyPassword } from "../../src/crypto/password.ts";
import { CoalescingWebSocket } from "../../src/db/coalescing-web-socket.ts";
import { type Books, PLANNER_OPTIONS, type WithBooks } from "./books.ts";
import { type PeerEnv, routes } from "./routes.ts";
import { type PeerVariables, tokenSettings } from "./settings.ts";

interface TextbookEnv extends PeerEnv {
  Bindings: PeerVariables & {
    /** host:port of the local gateway that speaks Neon's protocols. */
    readonly NEON_GATEWAY: string;
  };
}

// Mahfaza's own, where the textbook has the driver's timer: it would cost the peer a millisecond or two
// a statement, and that is not what is compared.
neonConfig.webSocketConstructor = CoalescingWebSocket;
neonConfig.coalesceWrites = false;

async function open(databaseUrl: string, gateway: string): Promise<Client> {
  neonConfig.wsProxy = (host, port) => `${gateway}/v2?address=${host}:${port}`;
  neonConfig.useSecureWebSocket = false;
  // Neon takes the password with the first message; a Postgres of one's own asks for a challenge.
  neonConfig.pipelineConnect = false;
  const client = new Client({ connectionString: databaseUrl, options: PLANNER_OPTIONS });
  client.on("error", () => {});
  await client.connect();
  return client;
}

// Without the names: a statement is not asked twice of a connection that serves one request.
const booksOf = (client: Client): Books => ({
  async query<Row>({ text }: { readonly text: string }, values: readonly unknown[] = []) {
    return (await client.query(text, [...values])).rows as Row[];
  },
});

// Read once, as mahfaza reads its own: what a token costs to check is the same for both.
let settings: AccessTokenSettings | undefined;

const onePerRequest = createMiddleware<TextbookEnv>(async (c, next) => {
  const { DATABASE_URL, NEON_GATEWAY } = c.env;
  let opening: Promise<Client> | null = null;
  const withBooks: WithBooks = async (work) => {
    opening ??= open(DATABASE_URL, NEON_GATEWAY);
    return work(booksOf(await opening));
  };
  settings ??= tokenSettings(c.env);
  const verify = (password: string, stored: string) => verifyPassword(password, stored, UNQUEUED);
  c.set("peer", { settings, withBooks, verifyPassword: verify });
  await next();
  const opened = opening as Promise<Client> | null;
  if (opened) c.executionCtx.waitUntil(opened.then((client) => client.end()));
});

const app = new Hono<TextbookEnv>();
app.use(onePerRequest);
app.route("/", routes);

export default app;
