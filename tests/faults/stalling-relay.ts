import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface StallingRelay {
  readonly port: number;
  /**
   * From now on no data passes, in either direction; new connections are accepted and stalled, too.
   */
  stall(): void;
  /** Stalls the next connection on which the client sends this text, before the text passes. */
  stallAt(text: string): void;
  /** New connections pass again; stalled ones remain stalled. */
  resume(): void;
  /** Delays the server's reply to the next message of a client with this text, by `ms` milliseconds. */
  delayReplyTo(text: string, ms: number): void;
  /** The connections that were accepted so far. */
  readonly connections: number;
  /** Resolves when at least so many bytes were held back since the last `stall` or `stallAt`. */
  heldBack(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * A TCP relay that can stop passing data without closing a connection, as a proxy or a network can.
 */
export async function startStallingRelay(target: {
  readonly host: string;
  readonly port: number;
}): Promise<StallingRelay> {
  let isStalling = false;
  let connections = 0;
  let held = 0;
  let stallText: string | null = null;
  let slow: { readonly text: string; readonly ms: number } | null = null;
  const sockets = new Set<Socket>();
  /** How long the reply to this message is delayed. */
  const delayOf = (data: Buffer): number => {
    if (slow === null || !data.includes(slow.text)) return 0;
    const { ms } = slow;
    slow = null;
    return ms;
  };
  const server = createServer((client) => {
    const upstream = connect(target);
    let isStalled = isStalling;
    let replyMs = 0;
    connections += 1;
    const pass = (from: Socket, to: Socket) => {
      sockets.add(from);
      from.on("data", (data) => {
        isStalled ||= isStalling;
        if (stallText !== null && from === client && data.includes(stallText)) {
          stallText = null;
          isStalled = true;
        }
        if (from === client) replyMs = delayOf(data);
        if (isStalled) held += data.length;
        else if (from === upstream && replyMs > 0) {
          setTimeout(() => to.destroyed || to.write(data), replyMs);
        } else to.write(data);
      });
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        // On a stalled connection the close is not passed on either.
        if (!isStalled) to.destroy();
      });
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    stall() {
      isStalling = true;
      held = 0;
    },
    stallAt(text) {
      stallText = text;
      held = 0;
    },
    resume() {
      isStalling = false;
    },
    delayReplyTo(text, ms) {
      slow = { text, ms };
    },
    get connections() {
      return connections;
    },
    async heldBack(bytes) {
      while (held < bytes) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
