import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, answerOf, type Failure } from "./answer.ts";

interface Kept {
  readonly data: unknown;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
}

const NOTHING: Kept = { data: null, failure: null, isLoading: true };

/** What was loaded in this page, by key. It is in memory alone, and emptied at a log-out. */
const kept = new Map<string, Signal<Kept>>();
const loaders = new Map<string, () => Promise<void>>();
/** The requests under way: parts of a page that show the same data share one. */
const running = new Map<string, Promise<void>>();

export interface Loaded<T> {
  /** Null until the first answer. While it loads again, the last answer stays. */
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  /** Asks again. */
  readonly reload: () => Promise<void>;
}

type Load<T> = () => Promise<{ readonly data?: T | undefined; readonly error?: unknown }>;

function stateOf(key: string): Signal<Kept> {
  const state = kept.get(key) ?? signal(NOTHING);
  kept.set(key, state);
  return state;
}

/**
 * Loads what a page shows, under a key that names it. A page that is opened again shows the last
 * answer at once and asks for the next.
 */
export function useData<T>(key: string, load: Load<T>): Loaded<T> {
  const state = stateOf(key);
  const reload = () => run(key, load);
  useEffect(() => {
    loaders.set(key, reload);
    if (!running.has(key)) void reload();
    return () => {
      if (loaders.get(key) === reload) loaders.delete(key);
    };
  }, [key]);
  return { ...(state.value as Kept & { readonly data: T | null }), reload };
}

async function run<T>(key: string, load: Load<T>): Promise<void> {
  const isLatest = () => running.get(key) === request;
  const request: Promise<void> = ask(key, load, isLatest).finally(() => {
    if (isLatest()) running.delete(key);
  });
  running.set(key, request);
  return request;
}

async function ask<T>(key: string, load: Load<T>, isLatest: () => boolean): Promise<void> {
  const state = stateOf(key);
  state.value = { ...state.peek(), isLoading: true };
  const answer: Answer<T> = await answerOf(load());
  // A later request was sent, as after a payment, or a log-out has emptied the memory: this answer
  // is out of date.
  if (!isLatest()) return;
  state.value = answer.failure
    ? { ...state.peek(), failure: answer.failure, isLoading: false }
    : { data: answer.data, failure: null, isLoading: false };
}

/** Forgets the data whose keys start with one of these, and loads again those that a page shows. */
export function invalidate(...prefixes: readonly string[]): void {
  const matches = (key: string) => prefixes.some((prefix) => key.startsWith(prefix));
  for (const key of kept.keys()) {
    if (!matches(key) || loaders.has(key)) continue;
    kept.delete(key);
    // The next page that needs it asks again, and does not wait for the answer that is out of date.
    running.delete(key);
  }
  for (const [key, load] of loaders) if (matches(key)) void load();
}

/** What was loaded under a key; null when nothing was. It does not ask. */
export function keptData<T>(key: string): T | null {
  return (kept.get(key)?.peek().data as T | undefined) ?? null;
}

/** Replaces what was loaded under a key: a list that has grown by a page. */
export function keepData<T>(key: string, data: T): void {
  const state = kept.get(key);
  if (state) state.value = { ...state.peek(), data };
}

/** Forgets everything: at a log-out. */
export function forgetData(): void {
  kept.clear();
  running.clear();
}
