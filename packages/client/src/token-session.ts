import { createClient } from "./client.ts";
import { HeldSession, type Keeper } from "./held-session.ts";
import type { Hooks } from "./hooks.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { EndReason, Session } from "./session.ts";

/** Where a program keeps its refresh token. The token opens the account: protect it as a password. */
export interface TokenStore {
  get(): Promise<string | null> | string | null;
  set(refreshToken: string): Promise<void> | void;
  delete(): Promise<void> | void;
  /** Runs `work` while no other process that shares the store does; needed only if some do. */
  alone?<T>(work: () => Promise<T>): Promise<T>;
}

export interface TokenSessionOptions {
  readonly baseUrl: string;
  readonly store: TokenStore;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  /** Of the requests that the session itself sends. */
  readonly hooks?: Hooks;
  readonly onEnd?: (reason: EndReason) => void;
}

/** A session of a program on Node, Workers or a command line: the caller's store has its refresh token. */
export function tokenSession({ store, onEnd, ...options }: TokenSessionOptions): Session {
  const client = createClient(options);
  const withToken = async <T>(work: (refresh_token: string) => Promise<T>) => {
    const token = await store.get();
    return token === null ? null : work(token);
  };
  const keeper: Keeper = {
    logInMembers: {},
    refresh: () =>
      withToken((refresh_token) => client.POST("/v1/auth/refresh", { body: { refresh_token } })),
    logOut: () =>
      withToken((refresh_token) => client.POST("/v1/auth/logout", { body: { refresh_token } })),
    keep: async ({ refresh_token }) => {
      if (refresh_token !== undefined) await store.set(refresh_token);
    },
    forget: async () => store.delete(),
    alone: (work) => (store.alone ? store.alone(work) : work()),
    expectedUser: () => null,
    sharedToken: async () => null,
    tellRenewed: () => {},
    tellEnded: () => {},
  };
  const session = new HeldSession(client, keeper);
  if (onEnd) session.onEnd(onEnd);
  return session;
}

/** Keeps the refresh token until the process ends. */
export function memoryTokenStore(refreshToken: string | null = null): TokenStore {
  let kept = refreshToken;
  return {
    get: () => kept,
    set: (token) => {
      kept = token;
    },
    delete: () => {
      kept = null;
    },
  };
}
