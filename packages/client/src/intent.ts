import { defaultIntentStore, type IntentRecord, type IntentStore } from "./intent-store.ts";

/** A request that was begun and has no definite outcome yet. */
export interface UnfinishedRequest {
  readonly path: string;
  readonly body: unknown;
  /** When it was first sent, in ISO 8601. */
  readonly startedAt: string;
}

/** One thing that a person means to do once, however often it must be sent. */
export interface Intent {
  /** The Idempotency-Key of each of its requests. */
  readonly key: string;
  /** The request without a definite outcome; null before the first send and after the outcome. */
  readonly unfinished: UnfinishedRequest | null;
  /** Stores the request before it is sent. The client calls it. Throws IntentMismatchError. */
  begin(path: string, body: unknown): Promise<void>;
  /** Removes the intent from its store. The client calls it on a definite outcome. */
  settle(): Promise<void>;
}

/** An unfinished intent cannot be sent: it holds another request, or its key may be forgotten by now. */
export class IntentMismatchError extends Error {
  override readonly name = "IntentMismatchError";
}

/** The service keeps a key for 30 days; an intent that is nearly as old is not sent again. */
export const INTENT_AGE_MAX_MS = 29 * 24 * 60 * 60 * 1000;

/**
 * The unfinished intent of this name, or a new one with a new key. Open it when a form opens; a
 * form that was reloaded in the middle finds its intent again. Without a store it is kept in the
 * tab's sessionStorage, or in memory where there is none.
 */
export async function openIntent({
  name,
  store = defaultIntentStore(),
}: {
  readonly name: string;
  readonly store?: IntentStore;
}): Promise<Intent> {
  const stored = await store.get(name);
  return new StoredIntent(name, store, stored?.key ?? crypto.randomUUID(), stored);
}

class StoredIntent implements Intent {
  readonly key: string;
  readonly #name: string;
  readonly #store: IntentStore;
  #record: IntentRecord | null;

  constructor(name: string, store: IntentStore, key: string, record: IntentRecord | null) {
    this.#name = name;
    this.#store = store;
    this.key = key;
    this.#record = record;
  }

  get unfinished(): UnfinishedRequest | null {
    if (!this.#record) return null;
    const { path, body, startedAt } = this.#record;
    return { path, body, startedAt };
  }

  async begin(path: string, body: unknown): Promise<void> {
    if (this.#record) return assertSame(this.#record, path, body);
    const startedAt = new Date().toISOString();
    const record = { key: this.key, path, body: body ?? null, startedAt };
    await this.#store.set(this.#name, record);
    this.#record = record;
  }

  async settle(): Promise<void> {
    this.#record = null;
    const stored = await this.#store.get(this.#name);
    // A later intent of the same name is not this one's to remove.
    if (stored?.key === this.key) await this.#store.delete(this.#name);
  }
}

function assertSame(record: IntentRecord, path: string, body: unknown): void {
  const isSame =
    record.path === path && JSON.stringify(record.body) === JSON.stringify(body ?? null);
  if (!isSame) {
    throw new IntentMismatchError(
      "the intent is unfinished with another request: send that one again, or settle it first",
    );
  }
  if (Date.now() - Date.parse(record.startedAt) > INTENT_AGE_MAX_MS) {
    throw new IntentMismatchError(
      "the intent is too old to be sent again: read the history, then settle it",
    );
  }
}
