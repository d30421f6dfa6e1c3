import {
  defaultIntentStore,
  type IntentRecord,
  type IntentStore,
  withoutSecrets,
} from "./intent-store.ts";

/** A request that was sent and has no definite outcome yet: it may have been carried out. */
export interface UnfinishedRequest {
  readonly path: string;
  /** The body, without a password. */
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
  /**
   * Stores the request before it is sent. The client calls it; the answer is whether the request was
   * unfinished before. Throws an IntentMismatchError for another request than before.
   */
  begin(path: string, body: unknown): Promise<boolean>;
  /** Forgets a request that cannot have been carried out. The client calls it. */
  release(): Promise<void>;
  /** Ends the intent. The client calls it on a definite outcome; call it to give the intent up. */
  settle(): Promise<void>;
}

/** An intent is used for another request than its own, or its key may be forgotten by now. */
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
  return new StoredIntent(name, store, await store.get(name));
}

class StoredIntent implements Intent {
  readonly key: string;
  readonly #name: string;
  readonly #store: IntentStore;
  #record: IntentRecord | null;
  #settled: IntentRecord | null = null;

  constructor(name: string, store: IntentStore, record: IntentRecord | null) {
    this.#name = name;
    this.#store = store;
    this.#record = record;
    this.key = record?.key ?? crypto.randomUUID();
  }

  get unfinished(): UnfinishedRequest | null {
    if (!this.#record) return null;
    const { path, body, startedAt } = this.#record;
    return { path, body, startedAt };
  }

  async begin(path: string, body: unknown): Promise<boolean> {
    const startedAt = new Date().toISOString();
    const record = { key: this.key, path, body: withoutSecrets(body), startedAt };
    const before = this.#record ?? this.#settled;
    if (before) assertSame(before, record, this.#record !== null);
    if (this.#record) return true;
    await this.#store.set(this.#name, record);
    this.#record = record;
    return false;
  }

  async release(): Promise<void> {
    this.#record = null;
    const stored = await this.#store.get(this.#name);
    // A later intent of the same name is not this one's to remove.
    if (stored?.key === this.key) await this.#store.delete(this.#name);
  }

  async settle(): Promise<void> {
    this.#settled = this.#record ?? this.#settled;
    await this.release();
  }
}

function assertSame(before: IntentRecord, record: IntentRecord, isUnfinished: boolean): void {
  const isSame = before.path === record.path && textOf(before.body) === textOf(record.body);
  if (!isSame) {
    throw new IntentMismatchError(
      isUnfinished
        ? "the intent is unfinished with another request: send that one again, or settle it first"
        : "the intent has had its outcome: open a new one for another request",
    );
  }
  if (Date.parse(record.startedAt) - Date.parse(before.startedAt) > INTENT_AGE_MAX_MS) {
    throw new IntentMismatchError(
      "the intent is too old to be sent again: read the history, then settle it",
    );
  }
}

const textOf = (body: unknown) => JSON.stringify(body ?? null);
