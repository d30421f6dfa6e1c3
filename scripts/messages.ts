// The receiver of the message webhook on a developer's machine. It checks each signature, as a real
// gateway would, and shows the SMS and e-mail messages on a page. It is not part of the Worker.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import type { MessageArrival, ReceivedMessage } from "./messages/arrival.ts";
import { messagesFile } from "./messages/files.ts";
import { messagesPage, PAGE_POLICY } from "./messages/page.ts";

export interface MessageReceiver {
  /** The settings by which the Worker reaches the receiver. */
  readonly settings: {
    readonly MESSAGE_WEBHOOK_URL: string;
    readonly MESSAGE_WEBHOOK_SECRET: string;
  };
  /** host:port of the receiver and of its page. */
  readonly address: string;
  close(): Promise<void>;
}

interface ReceiverOptions {
  /** 0: any free port. */
  readonly port?: number;
  /** Signs the messages; default: a secret of this run alone. */
  readonly secret?: string;
  /** Unix time in milliseconds. */
  nowMs?(): number;
  onMessage?(message: ReceivedMessage): void;
}

const MESSAGES_KEPT = 2_000;
const LOOPBACK = "127.0.0.1";

const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** Starts the receiver on the loopback interface. */
export async function startMessageReceiver({
  port = 0,
  secret = newSecret(),
  nowMs = Date.now,
  onMessage,
}: ReceiverOptions = {}): Promise<MessageReceiver> {
  const webhook = new Webhook(secret);
  const arrivals: MessageArrival[] = [];
  const take = (message: ReceivedMessage) => {
    // A repeated delivery is stored once.
    if (arrivals.some((arrival) => arrival.message.id === message.id)) return;
    arrivals.push({ message, atMs: nowMs() });
    if (arrivals.length > MESSAGES_KEPT) arrivals.shift();
    onMessage?.(message);
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://receiver");
    if (!isOwnHost(request)) return answer(response, 403, "text/plain", "only by its own address");
    if (url.pathname === "/messages" && request.method === "POST") {
      const message = verified(webhook, request, await text(request));
      if (!message) return answer(response, 401, "text/plain", "the signature is not right");
      take(message);
      return answer(response, 204, "text/plain", "");
    }
    await show(response, url, arrivals, nowMs());
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

/** Answers a read: the messages in JSON, the page, or a file of the page. */
async function show(
  response: ServerResponse,
  url: URL,
  arrivals: readonly MessageArrival[],
  nowMs: number,
): Promise<void> {
  // A query decodes an unescaped "+" of a phone number to a blank.
  const to = url.searchParams.get("to")?.replace(/^ /, "+") || null;
  const shown = arrivals.filter(({ message }) => to === null || message.to === to);
  if (url.pathname === "/messages") {
    const data = shown.map(({ message }) => message);
    return answer(response, 200, "application/json", JSON.stringify({ data }));
  }
  if (url.pathname === "/") {
    const recipients = [...new Set(arrivals.map(({ message }) => message.to))].sort();
    const page = await messagesPage({ shown, to, recipients, nowMs });
    response.setHeader("Content-Security-Policy", PAGE_POLICY);
    return answer(response, 200, "text/html", page);
  }
  const file = messagesFile(url.pathname);
  if (file) return answer(response, 200, file.type, file.content);
  return answer(response, 404, "text/plain", "there is / and /messages");
}

// A page elsewhere can point its own host name at this address. The check keeps it from reading codes.
function isOwnHost({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "");
}

function verified(
  webhook: Webhook,
  { headers }: IncomingMessage,
  body: string,
): ReceivedMessage | null {
  try {
    return webhook.verify(body, headers as Record<string, string>) as ReceivedMessage;
  } catch {
    // The answer 401 tells the sender that the message was not taken.
    return null;
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  const headers = { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" };
  response.writeHead(status, headers).end(body);
}
