/** The part of a list that was read: its items, the newest first, and the cursor of the next. */
export interface Read<T> {
  readonly items: readonly T[];
  /** The cursor of the next page; null at the end of the list. */
  readonly next: string | null;
}

/** A page as the API answers it. */
export interface AnsweredPage<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/**
 * The list after its first page was read again. New items stand before the known ones: if the last
 * item of the page is known, nothing is missing, and the items below it stay. Otherwise the list
 * begins again.
 */
export function withFreshPage<T>(
  before: Read<T> | null,
  page: AnsweredPage<T>,
  idOf: (item: T) => string,
): Read<T> {
  const fresh = { items: page.data, next: page.next_cursor };
  const last = page.data.at(-1);
  if (!before || !last) return fresh;
  const place = before.items.findIndex((item) => idOf(item) === idOf(last));
  if (place === -1) return fresh;
  return { items: [...page.data, ...before.items.slice(place + 1)], next: before.next };
}

/** The list with one more page at its end. */
export function withNextPage<T>(before: Read<T>, page: AnsweredPage<T>): Read<T> {
  return { items: [...before.items, ...page.data], next: page.next_cursor };
}
