/** What a store keeps of an unfinished intent. */
export interface IntentRecord {
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  readonly startedAt: string;
}

/** Where unfinished intents are kept, by name. */
export interface IntentStore {
  get(name: string): Promise<IntentRecord | null> | IntentRecord | null;
  set(name: string, record: IntentRecord): Promise<void> | void;
  delete(name: string): Promise<void> | void;
}

/** The part of the web's Storage that is used. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Members of a body that are never stored. */
const SECRETS: ReadonlySet<string> = new Set(["password", "phone_claim"]);

/** A body as it is stored. */
export function withoutSecrets(body: unknown): unknown {
  const text = JSON.stringify(body ?? null, (name, value) =>
    SECRETS.has(name) ? undefined : value,
  );
  return JSON.parse(text);
}

const PREFIX = "mahfaza-intent:";

/**
 * Keeps intents over reloads. Give it `sessionStorage`: it belongs to one tab and is gone with it.
 * In `localStorage` two tabs that open an intent of the same name share it.
 */
export function webIntentStore(storage: TextStorage): IntentStore {
  return {
    get: (name) => readRecord(storage.getItem(PREFIX + name)),
    set: (name, record) => storage.setItem(PREFIX + name, JSON.stringify(record)),
    delete: (name) => storage.removeItem(PREFIX + name),
  };
}

/** Keeps intents until the process ends or the page is left. */
export function memoryIntentStore(): IntentStore {
  const records = new Map<string, IntentRecord>();
  return {
    get: (name) => records.get(name) ?? null,
    set: (name, record) => void records.set(name, record),
    delete: (name) => void records.delete(name),
  };
}

let inMemory: IntentStore | undefined;

/** The tab's sessionStorage; in memory where there is none or it is blocked. */
export function defaultIntentStore(): IntentStore {
  const storage = tabStorage();
  if (storage) return webIntentStore(storage);
  inMemory ??= memoryIntentStore();
  return inMemory;
}

function tabStorage(): TextStorage | null {
  try {
    return (globalThis as { sessionStorage?: TextStorage }).sessionStorage ?? null;
  } catch {
    // A browser that blocks storage throws when it is read.
    return null;
  }
}

/** The stored record; null for a text that this client has not written. */
function readRecord(text: string | null): IntentRecord | null {
  if (text === null) return null;
  const record = parse(text) as Partial<IntentRecord> | null;
  const { key, path, body = null, startedAt } = record ?? {};
  const isWhole = [key, path, startedAt].every((part) => typeof part === "string");
  return isWhole ? ({ key, path, body, startedAt } as IntentRecord) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
