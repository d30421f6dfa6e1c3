import createFetchClient from "openapi-fetch";
import { prepareCall } from "./call.ts";
import type { Hooks } from "./hooks.ts";
import type { Intent } from "./intent.ts";
import type { Client } from "./operations.ts";
import { DEFAULT_RETRY, type RetryPolicy } from "./retry-policy.ts";
import { send } from "./send.ts";
import type { Transport } from "./sending.ts";
import type { Session } from "./session.ts";

const TIMEOUT_MS = 20_000;

export interface ClientOptions {
  /** The service's origin, such as `https://wallet.example`; "" in a page of the service itself. */
  readonly baseUrl: string;
  /** Without it only routes work that need no access token. */
  readonly session?: Session;
  readonly fetch?: typeof fetch;
  /** How long one attempt may take: 20 seconds unless given. */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  readonly hooks?: Hooks;
}

interface UntypedInit {
  readonly intent?: Intent;
  readonly signal?: AbortSignal;
  readonly body?: unknown;
}

/** A client of the service at an origin. */
export function createClient(options: ClientOptions): Client {
  const transport: Transport = {
    // Called without a receiver, as a browser's own fetch must be.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    session: options.session ?? null,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    hooks: options.hooks ?? {},
  };
  const openApi = createFetchClient<Record<string, never>>({ baseUrl: options.baseUrl });
  const methodOf =
    (method: string) =>
    (path: string, { intent, ...init }: UntypedInit = {}) =>
      openApi.request(
        method as never,
        path as never,
        {
          ...init,
          fetch: (request: Request) =>
            sendRequest(transport, { method, path, request, intent, init }),
        } as never,
      );
  return {
    GET: methodOf("GET"),
    POST: methodOf("POST"),
    PUT: methodOf("PUT"),
    PATCH: methodOf("PATCH"),
    DELETE: methodOf("DELETE"),
  } as unknown as Client;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly request: Request;
  readonly intent: Intent | undefined;
  readonly init: UntypedInit;
}

async function sendRequest(transport: Transport, sent: Sent): Promise<Response> {
  const { method, path, request, intent, init } = sent;
  const { body, signal } = init;
  const call = await prepareCall({
    method,
    path,
    request,
    body,
    signal: signal ?? null,
    intent: intent ?? null,
  });
  return send(call, transport);
}
