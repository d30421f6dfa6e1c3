/** What was read of a list: its items from the newest on, and where it goes on. */
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
 * What is read after the first page was read again. New items come before all that are known, so
 * when the page reaches a known one nothing is missing, and what was read below it stays.
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

/** What is read after one more page. */
export function withNextPage<T>(before: Read<T>, page: AnsweredPage<T>): Read<T> {
  return { items: [...before.items, ...page.data], next: page.next_cursor };
}
