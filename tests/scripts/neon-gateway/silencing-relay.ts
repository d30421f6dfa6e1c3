import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface SilencingRelay {
  /** The URL of the Postgres behind it, by way of the relay. */
  readonly url: string;
  /** From now on nothing passes in either direction, and nothing is closed: a network that drops all. */
  silence(): void;
  /** Connections that the caller has not ended. */
  readonly open: number;
  close(): void;
}

/** A TCP relay in front of Postgres; without one it accepts and never says anything. */
export async function startSilencingRelay(databaseUrl?: string): Promise<SilencingRelay> {
  const sockets = new Set<Socket>();
  const open = new Set<Socket>();
  let isSilent = databaseUrl === undefined;
  const target = new URL(databaseUrl ?? "postgres://a:b@127.0.0.1:1/c");
  const server = createServer({ allowHalfOpen: true }, (caller) => {
    sockets.add(caller);
    open.add(caller);
    caller.on("error", () => {}).on("close", () => sockets.delete(caller));
    for (const event of ["end", "close"]) caller.on(event, () => open.delete(caller));
    caller.resume();
    if (databaseUrl === undefined) return;
    const postgres = connect(Number(target.port), target.hostname);
    postgres.on("error", () => {}).on("close", () => isSilent || caller.destroy());
    caller.on("data", (data) => isSilent || postgres.write(data));
    caller.on("end", () => isSilent || postgres.end());
    postgres.on("data", (data) => isSilent || caller.write(data));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = `${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    silence() {
      isSilent = true;
    },
    get open() {
      return open.size;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
