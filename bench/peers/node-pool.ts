// The peer that most teams would write: Hono on Node with a pool of Postgres connections. Runs as its own
// process; prints `listening on PORT` and ends on SIGTERM.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { type PeerConnection, PLANNER_OPTIONS, type WithConnection } from "./connection.ts";
import { verifyPassword } from "./node-password.ts";
import { type PeerEnv, routes } from "./routes.ts";
import { tokenSettings } from "./settings.ts";

const CONNECTIONS_MAX = 20;

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const variables = {
  DATABASE_URL: variable("DATABASE_URL"),
  ACCESS_TOKEN_KEYS: variable("ACCESS_TOKEN_KEYS"),
  TOKEN_ISSUER: variable("TOKEN_ISSUER"),
  TOKEN_AUDIENCE: variable("TOKEN_AUDIENCE"),
};

const pool = new pg.Pool({
  connectionString: variables.DATABASE_URL,
  max: CONNECTIONS_MAX,
  options: PLANNER_OPTIONS,
});
// The pool removes an idle connection that is lost.
pool.on("error", () => {});

const connectionOf = (client: pg.PoolClient): PeerConnection => ({
  async query<Row>(
    statement: Parameters<PeerConnection["query"]>[0],
    values: readonly unknown[] = [],
  ) {
    return (await client.query({ ...statement, values: [...values] })).rows as Row[];
  },
});

const withConnection: WithConnection = async (work) => {
  const client = await pool.connect();
  try {
    return await work(connectionOf(client));
  } finally {
    client.release();
  }
};

const peer = { settings: tokenSettings(variables), withConnection, verifyPassword };
const app = new Hono<PeerEnv>();
app.use((c, next) => {
  c.set("peer", peer);
  return next();
});
app.route("/", routes);

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  console.log(`listening on ${port}`);
});
process.once("SIGTERM", () => {
  server.close();
  if ("closeAllConnections" in server) server.closeAllConnections();
  void pool.end();
});
