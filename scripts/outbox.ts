// The other side of the message webhook on a developer's machine: it takes what the Worker sends to
// people, checks its signature as a gateway would, and shows it. It is no part of the Worker: where it
// does not run there is nothing to see.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { outboxPage } from "./outbox/page.ts";

/** One message as the webhook brings it. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: "phone" | "email";
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

export interface Outbox {
  /** What the Worker needs to reach it. */
  readonly settings: {
    readonly MESSAGE_WEBHOOK_URL: string;
    readonly MESSAGE_WEBHOOK_SECRET: string;
  };
  readonly address: string;
  close(): Promise<void>;
}

interface OutboxOptions {
  /** 0: any port that is free. */
  readonly port?: number;
  /** Signs the messages; nothing: one of this run alone. */
  readonly secret?: string;
  onMessage?(message: OutboxMessage): void;
}

const MESSAGES_KEPT = 2_000;
const LOOPBACK = "127.0.0.1";

const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** Opens the outbox on the loopback. */
export async function startOutbox(options: OutboxOptions = {}): Promise<Outbox> {
  const { port = 0, secret = newSecret(), onMessage } = options;
  const webhook = new Webhook(secret);
  const messages: OutboxMessage[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://outbox");
    if (!isOurs(request)) return answer(response, 403, "text/plain", "only by its own address");
    if (url.pathname === "/messages" && request.method === "POST") {
      const message = read(webhook, request, await text(request));
      if (!message) return answer(response, 401, "text/plain", "the signature is not right");
      // The same message again is the same message.
      if (!messages.some(({ id }) => id === message.id)) {
        messages.push(message);
        if (messages.length > MESSAGES_KEPT) messages.shift();
        onMessage?.(message);
      }
      return answer(response, 204, "text/plain", "");
    }
    // A phone's plus, when nobody has escaped it, is a blank in a query.
    const to = url.searchParams.get("to")?.replace(/^ /, "+") ?? null;
    const shown = messages.filter((message) => to === null || message.to === to);
    if (url.pathname === "/messages") {
      return answer(response, 200, "application/json", JSON.stringify({ data: shown }));
    }
    if (url.pathname === "/") return answer(response, 200, "text/html", outboxPage(shown));
    return answer(response, 404, "text/plain", "there is / and /messages");
  });
  server.listen(port, LOOPBACK);
  await once(server, "listening");
  const address = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  return {
    address,
    settings: {
      MESSAGE_WEBHOOK_URL: `http://${address}/messages`,
      MESSAGE_WEBHOOK_SECRET: secret,
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

// A name that somebody lets point here is not ours: no page elsewhere shall read codes.
function isOurs({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "");
}

function read(webhook: Webhook, { headers }: IncomingMessage, body: string): OutboxMessage | null {
  try {
    return webhook.verify(body, headers as Record<string, string>) as OutboxMessage;
  } catch {
    // Whatever is wrong with it, the sender learns by the answer that it was not taken.
    return null;
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  const headers = { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" };
  response.writeHead(status, headers).end(body);
}
