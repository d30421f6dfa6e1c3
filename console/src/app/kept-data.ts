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

/** Whether something that this person sent in this tab has no outcome yet. */
export function hasUnfinished(storage: Keys, userId: string): boolean {
  return keysOf(storage).some((key) => key.startsWith(`${INTENT_PREFIX}${userId}:`));
}
