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
  /** Delays all data from the server by `ms` milliseconds. */
  delayReplies(ms: number): void;
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
  let delayMs = 0;
  let held = 0;
  let stallText: string | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    let isStalled = isStalling;
    const pass = (from: Socket, to: Socket, ms: () => number) => {
      sockets.add(from);
      from.on("data", (data) => {
        isStalled ||= isStalling;
        if (stallText !== null && from === client && data.includes(stallText)) {
          stallText = null;
          isStalled = true;
        }
        if (isStalled) held += data.length;
        else if (ms() > 0) setTimeout(() => to.destroyed || to.write(data), ms());
        else to.write(data);
      });
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        // On a stalled connection the close is not passed on either.
        if (!isStalled) to.destroy();
      });
    };
    pass(client, upstream, () => 0);
    pass(upstream, client, () => delayMs);
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
    delayReplies(ms) {
      delayMs = ms;
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
