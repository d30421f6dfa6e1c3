import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface SilentRelay {
  readonly port: number;
  /** From now on nothing passes, in either direction; connections are accepted and never answered. */
  silence(): void;
  /** The connection on which a client says this next goes silent, and keeps it back. */
  silenceAt(text: string): void;
  /** New connections pass again; those that went silent stay silent. */
  speak(): void;
  /** Passes on what the server says only after so many milliseconds. */
  delayAnswers(ms: number): void;
  /** Resolves when so many bytes have been held back since `silence`. */
  heldBack(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** A TCP relay that can turn silent without closing a connection, as a proxy or a network may. */
export async function startSilentRelay(target: {
  readonly host: string;
  readonly port: number;
}): Promise<SilentRelay> {
  let isSilent = false;
  let delayMs = 0;
  let held = 0;
  let cue: string | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    let isStuck = isSilent;
    const pass = (from: Socket, to: Socket, ms: () => number) => {
      sockets.add(from);
      from.on("data", (data) => {
        isStuck ||= isSilent;
        if (cue !== null && from === client && data.includes(cue)) {
          cue = null;
          isStuck = true;
        }
        if (isStuck) held += data.length;
        else if (ms() > 0) setTimeout(() => to.destroyed || to.write(data), ms());
        else to.write(data);
      });
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        // A side that leaves is not told to the other: that is what makes it silent.
        if (!isStuck) to.destroy();
      });
    };
    pass(client, upstream, () => 0);
    pass(upstream, client, () => delayMs);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    silence() {
      isSilent = true;
      held = 0;
    },
    silenceAt(text) {
      cue = text;
      held = 0;
    },
    speak() {
      isSilent = false;
    },
    delayAnswers(ms) {
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
