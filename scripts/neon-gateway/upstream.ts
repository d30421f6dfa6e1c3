import { connect, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import pg from "pg";

/** The Postgres behind the gateway. */
export interface Upstream {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** What `sslmode` and its kin in the URL ask for. */
  readonly tls: ConnectionOptions | null;
}

// SSLRequest: https://www.postgresql.org/docs/18/protocol-message-formats.html
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const KEEP_ALIVE_MS = 10_000;

/** Reads a connection URL as node-postgres does. */
export function readUpstream(databaseUrl: string): Upstream {
  const client = new pg.Client({ connectionString: databaseUrl }) as pg.Client & { ssl: unknown };
  return {
    host: client.host,
    port: client.port,
    user: client.user ?? "",
    password: client.password ?? "",
    database: client.database ?? "",
    tls: client.ssl ? (client.ssl === true ? {} : client.ssl) : null,
  };
}

/**
 * Opens a socket to Postgres, with the TLS handshake done if the URL requires TLS. Rejects when that takes
 * longer than `withinMs` milliseconds.
 */
export async function dialUpstream(upstream: Upstream, withinMs: number): Promise<Socket> {
  const { host, port, tls } = upstream;
  const socket = neverUncaught(
    connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }),
  );
  const timer = setTimeout(() => socket.destroy(new Error("Postgres does not answer")), withinMs);
  try {
    await nextOf(socket, "connect");
    return tls ? await secure(socket, host, tls) : socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function secure(socket: Socket, host: string, tls: ConnectionOptions): Promise<Socket> {
  socket.write(SSL_REQUEST);
  const answer = (await nextOf(socket, "data")) as Buffer;
  if (answer.toString("latin1") !== "S") throw new Error("Postgres does not offer TLS");
  // A name is sent only where it is one: SNI knows no addresses.
  const servername = /^[\d.:]+$/.test(host) ? undefined : host;
  const secured = neverUncaught(
    connectTls({ socket, ...(servername ? { servername } : {}), ...tls }),
  );
  await nextOf(secured, "secureConnect");
  return secured;
}

/** Socket errors are ignored here: the close event reports the end. */
function neverUncaught(socket: Socket): Socket {
  return socket.on("error", () => {});
}

/** What the event carries; rejects if the socket ends before it. */
function nextOf(socket: Socket, event: "connect" | "data" | "secureConnect"): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (error?: unknown) => {
      reject(error instanceof Error ? error : new Error("Postgres closed the connection"));
    };
    socket.once("error", end).once("end", end).once("close", end);
    socket.once(event, (value?: unknown) => {
      socket.off("error", end).off("end", end).off("close", end);
      resolve(value);
    });
  });
}
