// What Neon puts in front of Postgres, for a Postgres that has no Neon: the WebSocket pipe for
// transactions and SQL over HTTP for single reads, as @neondatabase/serverless speaks them.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { answerSql } from "./answer-sql.ts";
import { DEADLINES, type Deadlines } from "./deadlines.ts";
import { openPool } from "./open-pool.ts";
import { pipeToPostgres } from "./pipe-to-postgres.ts";
import { readUpstream } from "./upstream.ts";

export interface NeonGateway {
  /** "127.0.0.1:port", the Worker's NEON_GATEWAY. */
  readonly address: string;
  close(): Promise<void>;
}

export interface NeonGatewayOptions {
  /** The one Postgres behind it, whatever address a caller names. */
  readonly databaseUrl: string;
  /** 0 or nothing: a free one. */
  readonly port?: number;
  /** Connections for SQL over HTTP; the WebSocket pipes have their own. */
  readonly poolMax?: number;
  readonly deadlines?: Partial<Deadlines>;
}

const SOCKETS_MAX = 1000;
// A wallet's message is a few kilobytes; a batch of commands stays far below this.
const MESSAGE_BYTES_MAX = 16 * 1024 * 1024;

/** Starts the gateway on the loopback. */
export async function startNeonGateway(options: NeonGatewayOptions): Promise<NeonGateway> {
  const upstream = readUpstream(options.databaseUrl);
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const pool = openPool(upstream, options.poolMax ?? 20, deadlines);
  const server = createServer({
    keepAliveTimeout: 60_000,
    requestTimeout: 30_000,
    keepAlive: true,
    keepAliveInitialDelay: 10_000,
  });
  server.maxConnections = SOCKETS_MAX;
  server.on("request", (request, response) => {
    answerSql(pool, upstream, request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({
    server,
    path: "/v2",
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  sockets.on("connection", (socket) => {
    pipeToPostgres(socket, upstream, deadlines).catch(() => socket.terminate());
  });
  await new Promise<void>((resolve, reject) => {
    // Errors of the server are repeated here, those of a connection that it could not accept too; unheard,
    // one would end the process.
    sockets.on("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await pool.end();
    },
  };
}
