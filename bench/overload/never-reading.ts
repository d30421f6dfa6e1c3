// Clients that ask and never read: requests one after another on one connection, until the answers fill
// every buffer on the way and the server must stop taking more.
import { connect, type Socket } from "node:net";
import type { Person } from "../people.ts";

export interface NeverReading {
  /** Closes the connections; tells how many requests were sent, and how many clients were stuck by then. */
  stop(): NeverReadingTold;
}

export interface NeverReadingTold {
  readonly clients: number;
  readonly requestsSent: number;
  /** Clients whose requests the server had stopped taking. */
  readonly stuck: number;
  /** Connections that the server closed or that broke. */
  readonly broken: number;
}

const REQUESTS_AT_ONCE = 20;
/** A client is stuck when the server has taken nothing from it for this long. */
const STUCK_MS = 1_000;
let keys = 0;

/** Each of `people` is a client that pays, beside one that asks for the longest page of `reader`'s history. */
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
    // Before it is connected: a paused socket reads nothing at all, not even into its own buffer.
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
      const told = { clients: sockets.length, requestsSent, stuck, broken: broken.size };
      for (const socket of sockets) socket.destroy();
      return told;
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
