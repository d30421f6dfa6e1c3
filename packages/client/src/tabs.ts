import type { AccessToken } from "./access-token.ts";

/** The part of the Web Locks API that is used. */
export interface Locks {
  request<T>(
    name: string,
    options: { ifAvailable: boolean },
    work: (lock: unknown) => Promise<T>,
  ): Promise<T>;
}

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

/** What tabs tell one another. It stays within the browser and the origin. */
export type TabMessage =
  | { readonly type: "renewed"; readonly token: AccessToken }
  | { readonly type: "ended" };

/** The tabs of one browser that share a session. */
export interface Tabs {
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** A token from another tab in place of `replaced`; null when none came. Call it when alone. */
  tokenSince(replaced: AccessToken | null): Promise<AccessToken | null>;
  tell(message: TabMessage): void;
  onMessage(listener: (message: TabMessage) => void): void;
}

const NAME = "mahfaza-session";
/** A message may arrive after the lock that its sender has released. */
const MESSAGE_MS = 100;

interface OpenedTabs {
  readonly locks: Locks | undefined;
  readonly channel: Channel | undefined;
}

/** Tabs by the given locks and channel, or by the browser's own. */
export function openTabs(given: OpenedTabs): Tabs {
  const locks = given.locks ?? browserLocks();
  const channel = given.channel ?? browserChannel();
  const listeners = new Set<(message: TabMessage) => void>();
  let latest: AccessToken | null = null;
  let hasWaited = false;
  const note = (message: TabMessage) => {
    latest = message.type === "renewed" ? message.token : null;
  };
  const hear = (message: TabMessage) => {
    note(message);
    for (const listener of listeners) listener(message);
  };
  channel?.addEventListener("message", ({ data }) => {
    if (isTabMessage(data)) hear(data);
  });
  const isNews = (replaced: AccessToken | null) =>
    latest !== null && latest.text !== replaced?.text && Date.now() < latest.renewAt;
  return {
    alone: async (work) => {
      if (!locks) return work();
      const tried = await locks.request(NAME, { ifAvailable: true }, async (lock) =>
        lock === null ? null : { value: await work() },
      );
      if (tried) return tried.value;
      return locks.request(NAME, { ifAvailable: false }, () => {
        hasWaited = true;
        return work();
      });
    },
    tokenSince: async (replaced) => {
      if (hasWaited && !isNews(replaced)) {
        await new Promise((resolve) => setTimeout(resolve, MESSAGE_MS));
      }
      hasWaited = false;
      return isNews(replaced) ? latest : null;
    },
    tell: (message) => {
      note(message);
      channel?.postMessage(message);
    },
    onMessage: (listener) => void listeners.add(listener),
  };
}

function browserLocks(): Locks | undefined {
  return (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks;
}

function browserChannel(): Channel | undefined {
  const Broadcast = (globalThis as { BroadcastChannel?: new (name: string) => unknown })
    .BroadcastChannel;
  if (!Broadcast) return undefined;
  const channel = new Broadcast(NAME) as Channel & { unref?: () => void };
  // On Node it would keep the process from ending.
  channel.unref?.();
  return channel;
}

function isTabMessage(data: unknown): data is TabMessage {
  const { type, token } = (data ?? {}) as { type?: unknown; token?: Partial<AccessToken> };
  if (type === "ended") return true;
  return type === "renewed" && typeof token?.text === "string" && typeof token.renewAt === "number";
}
