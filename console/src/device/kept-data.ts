/** What a tab keeps of a person's forms: each name goes on with the person's id. */
export const DRAFT_PREFIX = "mahfaza.draft:";
/** Before the names of the client's intents. */
const INTENT_PREFIX = "mahfaza-intent:";

type Keys = Pick<Storage, "key" | "length">;

function keysOf(storage: Keys): readonly string[] {
  return Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
}

/**
 * Removes drafts and unfinished requests of everybody but this person. A registration belongs to
 * nobody yet: after a login it is over.
 */
export function forgetOthers(storage: Keys & Pick<Storage, "removeItem">, userId: string): void {
  for (const key of keysOf(storage)) {
    const prefix = [DRAFT_PREFIX, INTENT_PREFIX].find((one) => key.startsWith(one));
    if (prefix && !key.startsWith(`${prefix}${userId}:`)) storage.removeItem(key);
  }
}

/** What is read of a stored request: what was asked, and when it was first sent. */
export interface UnfinishedRecord {
  readonly body: unknown;
  readonly startedAt: string;
}

/** The requests that this person sent in this tab and that have no outcome, by their forms' names. */
export function unfinishedRecords(
  storage: Keys & Pick<Storage, "getItem">,
  userId: string,
): readonly (readonly [form: string, UnfinishedRecord])[] {
  const prefix = `${INTENT_PREFIX}${userId}:`;
  return keysOf(storage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const record = recordOf(storage.getItem(key));
      return record ? [[key.slice(prefix.length), record] as const] : [];
    });
}

function recordOf(text: string | null): UnfinishedRecord | null {
  try {
    const { body, startedAt } = JSON.parse(text ?? "null") ?? {};
    return typeof startedAt === "string" ? { body, startedAt } : null;
  } catch {
    // Something else wrote it.
    return null;
  }
}

/** Whether something that this person sent in this tab has no outcome yet. */
export function hasUnfinished(storage: Keys, userId: string): boolean {
  return keysOf(storage).some((key) => key.startsWith(`${INTENT_PREFIX}${userId}:`));
}
