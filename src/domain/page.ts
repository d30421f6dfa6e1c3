/** Which part of a list is asked for: at most `limit` items after a position. */
export interface PageRequest<Position> {
  /** Null: from the first item. */
  readonly after: Position | null;
  readonly limit: number;
}

/** A part of a list, and the position after which the next part begins; null on the last part. */
export interface Page<Item, Position> {
  readonly items: readonly Item[];
  readonly next: Position | null;
}

/**
 * How many rows a query selects for a page: one more than it shows tells that another page follows.
 */
export function rowsToSelect({ limit }: PageRequest<unknown>): number {
  return limit + 1;
}

/** The page in rows that were selected by `rowsToSelect`. */
export function pageOf<Item, Position>(
  rows: readonly Item[],
  { limit }: PageRequest<Position>,
  positionOf: (item: Item) => Position,
): Page<Item, Position> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? positionOf(last) : null };
}
