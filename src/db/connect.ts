import { Client, neon, neonConfig } from "@neondatabase/serverless";
import { type SQL, sql } from "drizzle-orm";
import { drizzle as drizzleHttp, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { drizzle as drizzleSocket, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { CONNECT_MS_MAX, HTTP_QUERY_MS_MAX } from "../domain/bounds.ts";
import { PipeliningClient } from "./pipelining-client.ts";
import * as schema from "./schema/index.ts";

/** Where Postgres is: Neon itself, or any Postgres behind the local gateway that speaks for Neon. */
export interface DatabaseAddress {
  readonly databaseUrl: string;
  /** host:port of the gateway, or null to talk to Neon directly. */
  readonly databaseGateway: string | null;
  /** True: sockets use the driver's own client, without PipeliningClient. Default: false. */
  readonly usesPlainDriver?: boolean;
}

// The driver itself waits for ever. The signal also ends the wait for the rest of a body.
neonConfig.fetchFunction = (url: string, init: RequestInit) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(HTTP_QUERY_MS_MAX) });

/** One-shot queries over HTTP: a query, or a batch of them in one transaction, is one round trip. */
export type HttpDatabase = NeonHttpDatabase<typeof schema>;
/** One connection over a WebSocket, for transactions that decide between their statements. */
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
 * A database for single reads and one-shot writes. It holds no connection, so one serves every request
 * of a deployment: making it reads the whole schema, which costs more than many a request.
 */
export function connectHttp(address: DatabaseAddress): HttpDatabase {
  // The driver keeps its endpoint for all databases: it is that of the address that was asked for last.
  useGateway(address.databaseGateway);
  const known = httpDatabases.get(address);
  if (known) return known;
  const database = drizzleHttp(neon(address.databaseUrl), { schema });
  httpDatabases.set(address, database);
  return database;
}

/** A connection that is open, and the database that speaks through it. */
export interface SocketConnection {
  readonly db: SocketDatabase;
  /** Resolves when the connection has ended, whoever ended it; never rejects. */
  readonly ended: Promise<void>;
  /** Ends the connection without a wait: the other side may be silent. */
  close(): void;
}

export interface SocketOptions {
  /** The prepared statements that commit their transaction; see PipeliningClient. */
  readonly closing?: ReadonlySet<string>;
  /** Postgres' settings for this connection, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Opens one connection and makes its settings. It belongs to the object that opened it: never keep it in
 * module scope. Rejects when Postgres cannot be reached or has not answered within CONNECT_MS_MAX; then
 * nothing stays open.
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

/** The driver's own client with the driver's own WebSocket handling: DATABASE_DRIVER = "plain". */
function plainClient(databaseUrl: string): Client {
  const client = new Client(databaseUrl);
  client.neonConfig.webSocketConstructor = WebSocket;
  client.neonConfig.coalesceWrites = true;
  return client;
}

/**
 * Ends a connection without waiting: Postgres is told, and a socket whose other side is silent, or that was
 * never opened, is closed too.
 */
function abandon(client: Client): void {
  client.end().catch(() => undefined);
  (client as unknown as WithSocket).connection.stream.ws?.close();
}

/** The part of the driver's client that holds its WebSocket. */
interface WithSocket {
  readonly connection: { readonly stream: { readonly ws?: WebSocket } };
}

const setSettings = (settings: Readonly<Record<string, string>>): SQL => sql`
  SELECT count(set_config(name, value, false))
  FROM unnest(${sql.param(Object.keys(settings))}::text[], ${sql.param(Object.values(settings))}::text[])
    AS settings (name, value)`;

/** What `work` resolves to; rejects when that takes longer than so many milliseconds. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("Postgres did not answer in time")), ms);
  // When it is late, nobody is left to hear how it ends.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
