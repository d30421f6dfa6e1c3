import { pipeline } from "node:stream";
import { createWebSocketStream, type WebSocket } from "ws";
import { dialUpstream, type Upstream } from "./upstream.ts";

/**
 * Joins a WebSocket and a connection to Postgres. Either side's end or error ends both, and each
 * side is read no faster than the other takes it.
 */
export async function pipeToPostgres(webSocket: WebSocket, upstream: Upstream): Promise<void> {
  // Made before dialling, so that no early message is lost.
  const client = createWebSocketStream(webSocket);
  client.on("error", () => webSocket.terminate());
  try {
    const postgres = await dialUpstream(upstream);
    pipeline(client, postgres, client, () => {
      postgres.destroy();
      client.destroy();
    });
  } catch {
    // 1011, "internal error": the driver turns it into a failed connection.
    webSocket.close(1011, "Postgres does not answer");
    client.destroy();
  }
}
