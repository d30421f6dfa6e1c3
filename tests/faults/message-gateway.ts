import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Posted {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The gateway's response to a message; null: none. */
export type Reply = { readonly status: number; readonly headers?: Record<string, string> } | null;

/** A gateway for messages, whose responses the test chooses. */
export async function openGateway(reply: (posted: Posted) => Reply) {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const { url: path = "", headers } = request;
    const message = { path, headers, body: await text(request) };
    posted.push(message);
    const answer = reply(message);
    if (answer) response.writeHead(answer.status, answer.headers).end("thanks");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    posted,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
