import type { AccessToken } from "./access-token.ts";
import { createClient } from "./client.ts";
import { HeldSession, type Keeper } from "./held-session.ts";
import type { Hooks } from "./hooks.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { EndReason, Session } from "./session.ts";
import { type Channel, type Locks, openTabs, type Tabs } from "./tabs.ts";

export interface CookieSessionOptions {
  /** "" in a page of the service itself: the cookie is sent to the page's own origin only. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  /** Of the requests that the session itself sends. */
  readonly hooks?: Hooks;
  /** `navigator.locks` unless given. */
  readonly locks?: Locks;
  /** A BroadcastChannel of the page's origin unless given. */
  readonly channel?: Channel;
  /**
   * Whose session the page has, as far as it knows before there is a token. A cookie that is another
   * user's by now does not resume it.
   */
  readonly expectedUser?: () => string | null;
  readonly onEnd?: (reason: EndReason) => void;
}

/**
 * A session of a page: the refresh token is in a cookie that no script can read, the access token in
 * memory only. The tabs of a browser share one session: one of them renews it for all.
 */
export function cookieSession(options: CookieSessionOptions): Session {
  const { locks, channel, expectedUser, onEnd, ...rest } = options;
  const client = createClient(rest);
  const tabs = openTabs({ locks, channel });
  const session = new HeldSession(client, cookieKeeper(client, tabs, expectedUser));
  tabs.onMessage((message) => {
    if (message.type === "renewed") session.take(message.token);
    else session.end("logged_out");
  });
  if (onEnd) session.onEnd(onEnd);
  return session;
}

function cookieKeeper(
  client: ReturnType<typeof createClient>,
  tabs: Tabs,
  expectedUser: () => string | null = () => null,
): Keeper {
  return {
    // The cookie is the refresh token, so that a refresh and a logout have no body.
    logInMembers: { refresh_token_in: "cookie" },
    refresh: () => client.POST("/v1/auth/refresh"),
    logOut: () => client.POST("/v1/auth/logout"),
    keep: async () => {},
    forget: async () => {},
    alone: (work) => tabs.alone(work),
    expectedUser,
    sharedToken: (replaced: AccessToken | null) => tabs.tokenSince(replaced),
    tellRenewed: (token) => tabs.tell({ type: "renewed", token }),
    tellEnded: () => tabs.tell({ type: "ended" }),
  };
}
