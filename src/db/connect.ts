import { neon, neonConfig } from "@neondatabase/serverless";
import { drizzle as drizzleHttp, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { drizzle as drizzleSocket, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { GatheringClient } from "./gathering-client.ts";
import { GatheringWebSocket } from "./gathering-web-socket.ts";
import * as schema from "./schema/index.ts";

/** Where Postgres is: Neon itself, or any Postgres behind the local gateway that speaks for Neon. */
export interface DatabaseAddress {
  readonly databaseUrl: string;
  /** host:port of the gateway, or null to talk to Neon directly. */
  readonly databaseGateway: string | null;
}

neonConfig.webSocketConstructor = GatheringWebSocket;
neonConfig.coalesceWrites = false;

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
  close(): Promise<void>;
}

/**
 * Opens one connection. It belongs to the object that opened it: never keep it in module scope.
 * `closing` names the prepared statements that commit their transaction (see GatheringClient).
 * Rejects when Postgres cannot be reached.
 */
export async function connectSocket(
  address: DatabaseAddress,
  closing: ReadonlySet<string> = new Set(),
): Promise<SocketConnection> {
  useGateway(address.databaseGateway);
  const client = new GatheringClient(address.databaseUrl, closing);
  const ended = new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    client.on("error", () => resolve());
  });
  await client.open();
  return {
    db: drizzleSocket(client, { schema }),
    ended,
    close: () => client.end(),
  };
}
