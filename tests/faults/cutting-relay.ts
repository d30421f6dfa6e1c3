import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type RawData, WebSocket, WebSocketServer } from "ws";

/**
 * When a connection that sends COMMIT is cut: before Postgres receives it, immediately after it was
 * sent, or after Postgres has replied and before the writer receives the reply.
 */
export type Cut = "before" | "during" | "after";

export interface CuttingRelay {
  readonly address: string;
  /** Cuts the connections of the next `times` commits. */
  cutCommits(cut: Cut, times: number): void;
  /** Ends all connections at once. */
  cutNow(): void;
  /** The number of commits that were cut so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

const hasCommit = (data: RawData): boolean => /commit\0/i.test(data.toString());

/** A WebSocket relay in front of the gateway that can lose a COMMIT, or the reply to a COMMIT. */
export async function startCuttingRelay(
  gateway: string,
  { preparesCommit = true }: { readonly preparesCommit?: boolean } = {},
): Promise<CuttingRelay> {
  let pending: { cut: Cut; times: number } = { cut: "before", times: 0 };
  let cuts = 0;
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (client, request) => {
    const upstream = new WebSocket(`ws://${gateway}${request.url}`);
    const opened = once(upstream, "open");
    const end = () => {
      client.terminate();
      upstream.terminate();
    };
    let isCutting = false;
    // PipeliningClient's first COMMIT on a connection only prepares the statement and commits
    // nothing.
    let isPrepared = !preparesCommit;
    client.on("message", async (data) => {
      await opened;
      if (hasCommit(data) && !isPrepared) {
        isPrepared = true;
      } else if (pending.times > 0 && hasCommit(data)) {
        pending = { ...pending, times: pending.times - 1 };
        cuts++;
        if (pending.cut === "before") return end();
        isCutting = true;
        upstream.send(data);
        if (pending.cut === "during") client.terminate();
        return;
      }
      upstream.send(data);
    });
    upstream.on("message", (data) => {
      if (isCutting) end();
      else client.send(data);
    });
    for (const socket of [client, upstream]) {
      socket.on("close", end);
      socket.on("error", end);
    }
  });
  await once(server, "listening");
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutCommits(cut, times) {
      pending = { cut, times };
    },
    cutNow() {
      for (const client of server.clients) client.terminate();
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
