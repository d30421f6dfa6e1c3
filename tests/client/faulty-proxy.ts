// A proxy between client and service that loses, delays or replaces answers.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll } from "vitest";

/** An answer in place of the service's. */
export interface Substitute {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What happens to one request: the service carries it out and the connection breaks before the
 * answer or in the middle of it, or the answer never comes, or another one comes; or the request
 * does not reach the service.
 */
export type Fault =
  | { readonly kind: "lose_answer" | "cut_answer" | "never_answer" | "lose_request" }
  | { readonly kind: "replace_answer" | "answer_instead"; readonly by: Substitute };

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface FaultyProxy {
  readonly url: string;
  /** The requests so far that the faults are about, the faultless ones included. */
  readonly seen: Seen[];
  /** Plans faults for the next requests of this method and path, one each. */
  plan(route: string, ...faults: Fault[]): void;
}

/** A proxy in front of the service for a file of tests. */
export function useFaultyProxy(upstream: () => string): FaultyProxy {
  let planned: { route: string; faults: Fault[] } = { route: "", faults: [] };
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    relay(request, response).catch(() => response.destroy());
  });

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", headers } = request;
    const body = await buffer(request);
    const isPlanned = `${method} ${url}` === planned.route;
    if (isPlanned) seen.push({ method, path: url, headers, body: body.toString() });
    const fault = isPlanned ? planned.faults.shift() : undefined;
    if (fault?.kind === "lose_request") return void response.destroy();
    if (fault?.kind === "answer_instead") return answer(response, fault.by);
    const answered = await fetch(upstream() + url, {
      method,
      headers: ownHeaders(headers),
      ...(body.length > 0 && { body }),
    });
    const text = await answered.text();
    if (fault?.kind === "lose_answer") return void response.destroy();
    if (fault?.kind === "never_answer") return;
    if (fault?.kind === "replace_answer") return answer(response, fault.by);
    const own = Object.fromEntries(answered.headers);
    if (fault?.kind !== "cut_answer") {
      return answer(response, { status: answered.status, headers: own, body: text });
    }
    response.writeHead(answered.status, { ...own, "content-length": Buffer.byteLength(text) });
    response.write(text.slice(0, 10), () => response.destroy());
  }

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    seen,
    plan(route, ...faults) {
      planned = { route, faults };
      seen.length = 0;
    },
  };
}

const HOP_BY_HOP: ReadonlySet<string> = new Set(["connection", "content-length", "host"]);

function ownHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function answer(response: ServerResponse, { status, headers = {}, body }: Substitute): void {
  const { "transfer-encoding": _, "content-encoding": __, ...own } = headers;
  const length = status === 204 ? {} : { "content-length": `${Buffer.byteLength(body)}` };
  response.writeHead(status, { ...own, ...length }).end(body);
}
