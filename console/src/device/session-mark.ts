/**
 * Whose session this browser has, by the user's id. It opens nothing, and saves a request that would
 * be refused.
 */
export const SESSION_MARK = "mahfaza.session";

/** The id of the person who is logged in, also before their profile has been read; null without one. */
export function userId(): string | null {
  return sessionStorage.getItem(SESSION_MARK) ?? localStorage.getItem(SESSION_MARK);
}

/** Forgets whose session this browser has, if it is still this person's. */
export function forgetMark(storage: Pick<Storage, "getItem" | "removeItem">, userId: string): void {
  if (storage.getItem(SESSION_MARK) === userId) storage.removeItem(SESSION_MARK);
}
