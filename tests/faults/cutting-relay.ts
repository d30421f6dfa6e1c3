import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type RawData, WebSocket, WebSocketServer } from "ws";

/**
 * Where the next connection that says COMMIT is cut: before Postgres hears it, right after it was sent,
 * or when Postgres has answered but the writer has not heard.
 */
export type Cut = "before" | "during" | "after";

export interface CuttingRelay {
  readonly address: string;
  /** Cuts the next `times` commits there. */
  cutCommits(cut: Cut, times: number): void;
  /** Ends every connection there is, whatever it is doing. */
  cutNow(): void;
  /** Commits that were cut so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

const saysCommit = (data: RawData): boolean => /commit\0/i.test(data.toString());

/** A WebSocket relay in front of the gateway that can lose a COMMIT, or the answer to one. */
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
    // PipeliningClient's first COMMIT on a connection only prepares the statement and commits nothing.
    let isPrepared = !preparesCommit;
    client.on("message", async (data) => {
      await opened;
      if (saysCommit(data) && !isPrepared) {
        isPrepared = true;
      } else if (pending.times > 0 && saysCommit(data)) {
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
