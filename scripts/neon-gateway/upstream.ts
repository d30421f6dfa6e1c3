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

const CONNECT_MS = 10_000;
// SSLRequest: https://www.postgresql.org/docs/18/protocol-message-formats.html
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

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

/** Connections whose values stay text, as Neon-Raw-Text-Output asks; the driver parses them. */
export function openPool(upstream: Upstream, max: number): pg.Pool {
  const { tls, ...where } = upstream;
  const pool = new pg.Pool({
    ...where,
    ssl: tls ?? false,
    max,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 60_000,
    application_name: "neon-gateway",
  } as pg.PoolConfig);
  // An idle connection that dies is replaced by the pool; its error concerns no request.
  pool.on("error", () => {});
  return pool;
}

/** A socket that stands where the Postgres protocol begins, TLS agreed on before if asked for. */
export async function dialUpstream({ host, port, tls }: Upstream): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true, timeout: CONNECT_MS });
  socket.once("timeout", () => socket.destroy(new Error("Postgres does not answer")));
  await once(socket, "connect");
  socket.setTimeout(0);
  if (!tls) return socket;
  socket.write(SSL_REQUEST);
  const answer = await new Promise<Buffer>((resolve, reject) => {
    socket.once("data", resolve).once("error", reject);
  });
  if (answer.toString("latin1") !== "S") {
    socket.destroy();
    throw new Error("Postgres does not offer TLS");
  }
  // A name is sent only where it is one: SNI knows no addresses.
  const servername = /^[\d.:]+$/.test(host) ? undefined : host;
  const secured = connectTls({ socket, ...(servername ? { servername } : {}), ...tls });
  await once(secured, "secureConnect");
  return secured;
}

function once(socket: Socket, event: "connect" | "secureConnect"): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    socket.once("error", fail);
    socket.once(event, () => {
      socket.off("error", fail);
      resolve();
    });
  });
}
