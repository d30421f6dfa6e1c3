/** The part of BroadcastChannel that is used. */
interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  removeEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

/** The part of the Web Locks API that is used. */
interface Locks {
  request(name: string, options: { mode: "shared" }, work: () => Promise<void>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

/** What the tabs of a login on a shared computer say to a new tab: nothing of it is in a storage. */
interface SharedTabs {
  /** The user's id of the login in another tab; null when no tab answers. */
  ask(): Promise<string | null>;
  /** Answers other tabs from now on, and shows them that this tab is open. */
  join(): void;
  /** This tab has no login any more. */
  leave(): void;
  /** Whether a tab of a login is open, also one that does not answer. */
  isAnyOpen(): Promise<boolean>;
}

const NAME = "mahfaza-shared-computer";
/** A tab in the background answers within milliseconds, unless its device sleeps. */
export const ANSWER_MS = 1000;

interface SharedTabsParts {
  readonly channel: Channel;
  readonly locks: Locks | undefined;
  /** Whose login this tab has. */
  readonly userId: () => string | null;
}

export function sharedTabs({ channel, locks, userId }: SharedTabsParts): SharedTabs {
  let release: (() => void) | null = null;
  channel.addEventListener("message", ({ data }) => {
    const id = userId();
    if (isMessage(data, "who") && release && id !== null) {
      channel.postMessage({ type: "login", userId: id });
    }
  });
  return {
    ask: () => askTabs(channel),
    join: () => {
      if (release) return;
      // The browser gives the lock back when the tab is closed.
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      void locks?.request(NAME, { mode: "shared" }, () => held);
    },
    leave: () => {
      release?.();
      release = null;
    },
    isAnyOpen: async () => {
      const { held = [] } = (await locks?.query()) ?? {};
      return held.some(({ name }) => name === NAME);
    },
  };
}

function askTabs(channel: Channel): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (id: string | null) => {
      clearTimeout(timer);
      channel.removeEventListener("message", hear);
      resolve(id);
    };
    const hear = ({ data }: { data: unknown }) => {
      if (isMessage(data, "login") && typeof data.userId === "string") end(data.userId);
    };
    const timer = setTimeout(() => end(null), ANSWER_MS);
    channel.addEventListener("message", hear);
    channel.postMessage({ type: "who" });
  });
}

function isMessage(data: unknown, type: string): data is { readonly userId?: unknown } {
  return (data as { type?: unknown } | null)?.type === type;
}
