import {
  type Channel,
  type Client,
  cookieSession,
  createClient,
  type Locks,
  type Session,
} from "@mahfaza/client";
import { earlyRequests } from "../../../../../console/src/api/early-requests.ts";
import { exclusiveLocks } from "../../../../client/exclusive-locks.ts";

const ORIGIN = "https://mahfaza.example";

/** An answer of the service, or why none came. */
export type Answer = () => Response | Promise<Response>;

export interface Start {
  /** The requests that reached the service, with the access token of each. */
  readonly sent: string[];
  /** What the page told the other tabs. */
  readonly told: unknown[];
  readonly locks: Locks;
  readonly session: Session;
  readonly api: Client;
}

interface StartParts {
  readonly path?: string;
  readonly hasSession?: boolean;
  readonly locks?: Locks | null;
  /** Answers in the place of the usual ones, by method and path; the first attempt gets the first. */
  readonly answers?: Readonly<Record<string, Answer[]>>;
}

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": status < 400 ? "application/json" : "application/problem+json",
    },
  });

export const problem = (status: number, code: string) =>
  json({ type: "about:blank", title: code, status, code, request_id: "req-1" }, status);

const usual = (request: string): Response => {
  const tokens = { access_token: "token-1", token_type: "Bearer", expires_in: 900 };
  return json(request.endsWith("/refresh") ? { tokens } : { of: request });
};

/** The start of a page: its early requests, and then the client that takes their answers. */
export function startPage(parts: StartParts = {}): Start {
  const { path = "/", hasSession = true, answers = {} } = parts;
  const locks = parts.locks ?? exclusiveLocks();
  const [sent, told] = [[] as string[], [] as unknown[]];
  const channel: Channel = {
    postMessage: (message) => void told.push(message),
    addEventListener: () => {},
  };
  const service = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { method, url, headers } = new Request(input, init);
    const request = `${method} ${new URL(url).pathname}`;
    sent.push([request, headers.get("Authorization")].filter(Boolean).join(" "));
    return (await answers[request]?.shift()?.()) ?? usual(request);
  };
  const early = earlyRequests({
    fetch: service,
    locks: parts.locks === null ? undefined : locks,
    canRenew: hasSession,
    page: `${ORIGIN}${path}`,
  });
  const session = cookieSession({
    baseUrl: ORIGIN,
    fetch: early.fetch,
    channel,
    locks: early.locks ?? locks,
    retry: { baseMs: 1 },
  });
  const api = createClient({ baseUrl: ORIGIN, fetch: early.fetch, session, retry: { baseMs: 1 } });
  return { sent, told, locks, session, api };
}

/** Lets the work that waits for nothing more run. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
