import type { Socket } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { createWebSocketStream, type WebSocket } from "ws";
import type { Deadlines } from "./deadlines.ts";
import { dialUpstream, type Upstream } from "./upstream.ts";

/**
 * Joins a WebSocket and a connection to Postgres. Either side's end or error ends both, and each
 * side is read no faster than the other takes it. `dial` opens the connection to Postgres.
 */
export async function pipeToPostgres(
  webSocket: WebSocket,
  upstream: Upstream,
  deadlines: Deadlines,
  dial = dialUpstream,
): Promise<void> {
  webSocket.on("error", () => webSocket.terminate());
  // Made before dialling, so that no early message is lost.
  const client = createWebSocketStream(webSocket);
  client.on("error", () => webSocket.terminate());
  // A caller that does not wait sends its first message while Postgres is dialled.
  const spoken = new Promise<void>((resolve) => webSocket.once("message", () => resolve()));
  let postgres: Socket;
  try {
    postgres = await dial(upstream, deadlines.connectMs);
  } catch {
    return refuse(webSocket, client, deadlines);
  }
  // It may have gone while Postgres was dialled.
  if (webSocket.readyState !== webSocket.OPEN) return void postgres.destroy();
  expectAnswer({ spoken, webSocket, client, postgres }, deadlines);
  webSocket.once("close", () => {
    // A Postgres that does not hear the end must not keep half of a pipe open.
    const timer = setTimeout(() => postgres.destroy(), deadlines.endMs);
    postgres.once("close", () => clearTimeout(timer));
  });
  pipeline(client, postgres, client, () => {
    postgres.destroy();
    client.destroy();
  });
}

interface Pipe {
  /** Resolves with the caller's first message. */
  readonly spoken: Promise<void>;
  readonly webSocket: WebSocket;
  readonly client: Duplex;
  readonly postgres: Socket;
}

/** Ends the pipe if Postgres leaves the first message unanswered; after that, the caller may idle. */
function expectAnswer({ spoken, webSocket, client, postgres }: Pipe, deadlines: Deadlines): void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  void spoken.then(() => {
    if (isOver) return;
    timer = setTimeout(() => {
      postgres.destroy();
      refuse(webSocket, client, deadlines);
    }, deadlines.connectMs);
  });
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
  };
  postgres.once("data", stop).once("close", stop);
  // Listening must not let the data flow before the pipe reads it.
  postgres.pause();
}

function refuse(webSocket: WebSocket, client: Duplex, deadlines: Deadlines): void {
  // 1011, "internal error": the driver turns it into a failed connection.
  webSocket.close(1011, "Postgres does not answer");
  const timer = setTimeout(() => webSocket.terminate(), deadlines.endMs);
  webSocket.once("close", () => clearTimeout(timer));
  client.destroy();
}
