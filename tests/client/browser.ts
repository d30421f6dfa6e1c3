// A browser's part in a session: its cookies, and the locks and messages of its tabs.
import {
  type Channel,
  cookieSession,
  createClient,
  type Locks,
} from "../../packages/client/src/index.ts";
import { exclusiveLocks } from "./exclusive-locks.ts";
import { fromOwnNetwork } from "./service.ts";

export interface Browser {
  /** The cookies that it has, by name. */
  readonly cookies: Map<string, string>;
  /** The requests that its tabs have sent, such as `POST /v1/auth/refresh`. */
  readonly requests: string[];
  /** Answers that arrive once their promise resolves, by request. */
  readonly held: Map<string, Promise<void>>;
  /** `expectedUser` is whose session the page believes to have. */
  openTab(expectedUser?: string): Tab;
}

export type Tab = ReturnType<typeof openTab>;

/** A browser at the service's own origin. */
export function openBrowser(baseUrl: string): Browser {
  const [cookies, requests] = [new Map<string, string>(), [] as string[]];
  const held = new Map<string, Promise<void>>();
  const [locks, channels] = [exclusiveLocks(), [] as FakeChannel[]];
  const send = fromOwnNetwork();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const name = `${request.method} ${new URL(request.url).pathname}`;
    requests.push(name);
    request.headers.set("Origin", baseUrl);
    const pairs = [...cookies].map(([name, value]) => `${name}=${value}`);
    if (pairs.length > 0) request.headers.set("Cookie", pairs.join("; "));
    const response = await send(request);
    await held.get(name);
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    return response;
  };
  return {
    cookies,
    requests,
    held,
    openTab: (expectedUser) =>
      openTab({ baseUrl, fetch, locks, channel: new FakeChannel(channels), expectedUser }),
  };
}

interface TabParts {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly locks: Locks;
  readonly channel: Channel;
  readonly expectedUser: string | undefined;
}

function openTab({ baseUrl, fetch, locks, channel, expectedUser }: TabParts) {
  const ends: string[] = [];
  const onEnd = (reason: string) => void ends.push(reason);
  const session = cookieSession({
    baseUrl,
    fetch,
    locks,
    channel,
    onEnd,
    expectedUser: () => expectedUser ?? null,
  });
  return { session, ends, client: createClient({ baseUrl, fetch, session }) };
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = "", ...attributes] = cookie.split("; ");
  const [name = "", value = ""] = pair.split("=");
  if (attributes.includes("Max-Age=0")) cookies.delete(name);
  else cookies.set(name, value);
}

/** Delivers later, to all others, a copy: as a BroadcastChannel does. */
class FakeChannel implements Channel {
  readonly #others: FakeChannel[];
  readonly #listeners: ((event: { data: unknown }) => void)[] = [];

  constructor(channels: FakeChannel[]) {
    this.#others = channels;
    channels.push(this);
  }

  postMessage(message: unknown): void {
    const data = structuredClone(message);
    for (const other of this.#others) {
      if (other === this) continue;
      setTimeout(() => {
        for (const listener of other.#listeners) listener({ data });
      }, 5);
    }
  }

  addEventListener(_: "message", listener: (event: { data: unknown }) => void): void {
    this.#listeners.push(listener);
  }
}
