import { Client, neon, neonConfig } from "@neondatabase/serverless";
import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { drizzle as drizzleHttp, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { drizzle as drizzleSocket, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { CONNECT_MS_MAX, HTTP_QUERY_MS_MAX } from "../domain/bounds.ts";
import { effectOfSql, StatementFailed } from "../domain/statement-effect.ts";
import { PipeliningClient } from "./pipelining-client.ts";
import * as schema from "./schema/index.ts";

/**
 * Where Postgres is: Neon, or any Postgres behind the local gateway that implements Neon's
 * protocols.
 */
export interface DatabaseAddress {
  readonly databaseUrl: string;
  /** host:port of the gateway; null: Neon itself. */
  readonly databaseGateway: string | null;
  /**
   * Whether socket connections use the driver's own client instead of PipeliningClient. Default:
   * false.
   */
  readonly usesPlainDriver?: boolean;
}

// The driver has no timeout. The signal covers the response body, too.
neonConfig.fetchFunction = (url: string, init: RequestInit) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(HTTP_QUERY_MS_MAX) }).then(withSqlstate);

/**
 * The driver reads an SQLSTATE from a 400 only. The local gateway also has one on a 503: Postgres
 * could not be reached, so nothing was executed.
 */
async function withSqlstate(response: Response): Promise<Response> {
  if (response.status !== 503) return response;
  const text = await response.text();
  const status = /"code":"57P03"/.test(text) ? 400 : 503;
  return new Response(text, { status });
}

/** Queries over HTTP: one query, or a batch of queries in one transaction, is one round trip. */
export type HttpDatabase = NeonHttpDatabase<typeof schema>;
/** One connection over a WebSocket, for transactions that compute between their statements. */
export type SocketDatabase = NeonDatabase<typeof schema>;

function useGateway(gateway: string | null): void {
  if (gateway === null) return;
  neonConfig.fetchEndpoint = `http://${gateway}/sql`;
  neonConfig.wsProxy = (host, port) => `${gateway}/v2?address=${host}:${port}`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
}

const httpDatabases = new WeakMap<DatabaseAddress, HttpDatabase>();

/**
 * A database for single queries and batches. It holds no connection, so all requests of an isolate
 * share one: creating it processes the whole schema, which costs more than a simple request.
 */
export function connectHttp(address: DatabaseAddress): HttpDatabase {
  // The driver has one global endpoint for all databases, so it is set at each call.
  useGateway(address.databaseGateway);
  const existing = httpDatabases.get(address);
  if (existing) return existing;
  const database = drizzleHttp(neon(address.databaseUrl), { schema });
  namesEffectOfBatches(database);
  httpDatabases.set(address, database);
  return database;
}

/** Drizzle's error of a single query has its text; that of a batch does not tell what was sent. */
function namesEffectOfBatches(database: HttpDatabase): void {
  const run = database.batch.bind(database) as (queries: Batch) => Promise<unknown>;
  const batch = (queries: Batch) =>
    run(queries).catch((cause: unknown) => {
      throw new StatementFailed(effectOfBatch(queries), cause);
    });
  database.batch = batch as typeof database.batch;
}

type Batch = readonly [BatchItem<"pg">, ...BatchItem<"pg">[]];

function effectOfBatch(queries: Batch) {
  const texts = queries.map((query) => (query as unknown as Prepared)._prepare().getQuery().sql);
  return texts.every((text) => effectOfSql(text) === "none") ? "none" : "possible";
}

/** The part of Drizzle's queries with which it runs a batch. */
interface Prepared {
  _prepare(): { getQuery(): { readonly sql: string } };
}

/** An open connection, and the Drizzle database that uses it. */
export interface SocketConnection {
  readonly db: SocketDatabase;
  /** Resolves when the connection has ended, on either side; never rejects. */
  readonly ended: Promise<void>;
  /** Ends the connection without waiting for the server, which may not respond. */
  close(): void;
}

export interface SocketOptions {
  /** Names of the prepared statements that are sent together with COMMIT; see PipeliningClient. */
  readonly closing?: ReadonlySet<string>;
  /** Postgres settings of this connection, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Opens one connection and applies the settings. The connection belongs to the request or object
 * that opened it, so it must not be kept in module scope. Rejects if Postgres cannot be reached or
 * does not answer within CONNECT_MS_MAX; the connection is then closed.
 */
export async function connectSocket(
  address: DatabaseAddress,
  { closing = new Set(), settings = {} }: SocketOptions = {},
): Promise<SocketConnection> {
  useGateway(address.databaseGateway);
  const client = address.usesPlainDriver
    ? plainClient(address.databaseUrl)
    : new PipeliningClient(address.databaseUrl, closing);
  const ended = new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    client.on("error", () => resolve());
  });
  const db = drizzleSocket(client, { schema });
  const opened = client.connect().then(() => db.execute(setSettings(settings)));
  try {
    await within(CONNECT_MS_MAX, opened);
  } catch (error) {
    abandon(client);
    throw error;
  }
  return { db, ended, close: () => abandon(client) };
}

/** The driver's own client with its own handling of the WebSocket: DATABASE_DRIVER = "plain". */
function plainClient(databaseUrl: string): Client {
  const client = new Client(databaseUrl);
  client.neonConfig.webSocketConstructor = WebSocket;
  client.neonConfig.coalesceWrites = true;
  return client;
}

/**
 * Ends a connection without waiting: sends Terminate to Postgres and closes the socket, also if the
 * server does not respond or the socket never opened.
 */
function abandon(client: Client): void {
  client.end().catch(() => undefined);
  (client as unknown as WithSocket).connection.stream.ws?.close();
}

/** The part of the driver's client that has the WebSocket. */
interface WithSocket {
  readonly connection: { readonly stream: { readonly ws?: WebSocket } };
}

const setSettings = (settings: Readonly<Record<string, string>>): SQL => sql`
  SELECT count(set_config(name, value, false))
  FROM unnest(${sql.param(Object.keys(settings))}::text[], ${sql.param(Object.values(settings))}::text[])
    AS settings (name, value)`;

/** Awaits `work`; rejects if it takes longer than `ms` milliseconds. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("Postgres did not answer in time")), ms);
  // After a timeout nothing awaits `work`: its rejection must not count as unhandled.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
