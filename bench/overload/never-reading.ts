// Clients that send requests on one connection and never read the answers, until the answers fill every buffer and
// the server must stop reading requests.
import { connect, type Socket } from "node:net";
import type { Person } from "../people.ts";

export interface NeverReading {
  /** Closes the connections; returns the counts. */
  stop(): NeverReadingResult;
}

export interface NeverReadingResult {
  readonly clients: number;
  readonly requestsSent: number;
  /** Clients from which the server had stopped reading. */
  readonly stuck: number;
  /** Connections that the server closed or that broke. */
  readonly broken: number;
}

const REQUESTS_AT_ONCE = 20;
/** A client is stuck when the server has read nothing from it for this time. */
const STUCK_MS = 1_000;
let keys = 0;

/** For each of `people`: one client that sends transfers, and one that requests the longest page of `reader`'s history. */
export function startNeverReading(
  url: string,
  people: readonly Person[],
  reader: Person,
): NeverReading {
  let requestsSent = 0;
  const stuckSinceMs = new Map<Socket, number>();
  const broken = new Set<Socket>();
  const { hostname, port } = new URL(url);
  const requests = people.flatMap((person, i) => [
    () => transfers(person, people[(i + 1) % people.length] ?? reader),
    () => pages(reader),
  ]);
  const sockets = requests.map((next) => {
    const socket = connect(Number(port), hostname);
    // Paused before it connects: then the socket reads nothing, not even into its own buffer.
    socket.pause();
    const send = () => {
      for (;;) {
        requestsSent += REQUESTS_AT_ONCE;
        if (!socket.write(next())) break;
      }
      stuckSinceMs.set(socket, performance.now());
    };
    socket.on("connect", send);
    socket.on("drain", () => {
      stuckSinceMs.delete(socket);
      send();
    });
    socket.on("error", () => broken.add(socket));
    socket.on("close", () => broken.add(socket));
    return socket;
  });
  return {
    stop() {
      const before = performance.now() - STUCK_MS;
      const stuck = [...stuckSinceMs.values()].filter((since) => since < before).length;
      const result = { clients: sockets.length, requestsSent, stuck, broken: broken.size };
      for (const socket of sockets) socket.destroy();
      return result;
    },
  };
}

const pages = ({ token }: Person): string =>
  `GET /v1/transactions?limit=200 HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\n\r\n`.repeat(
    REQUESTS_AT_ONCE,
  );

function transfers(payer: Person, payee: Person): string {
  const body = JSON.stringify({
    amount: "1.00",
    from_wallet_id: payer.walletId,
    to_wallet_id: payee.walletId,
  });
  const one = () =>
    [
      "POST /v1/transfers HTTP/1.1",
      "Host: bench",
      `Authorization: Bearer ${payer.token}`,
      "Content-Type: application/json",
      `Idempotency-Key: unread-${process.pid}-${++keys}`,
      `Content-Length: ${body.length}`,
      "",
      body,
    ].join("\r\n");
  return Array.from({ length: REQUESTS_AT_ONCE }, one).join("");
}
