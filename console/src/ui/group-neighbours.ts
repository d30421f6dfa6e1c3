/** Neighbours of a list that belong together. */
interface Group<T> {
  readonly key: string;
  readonly items: readonly [T, ...T[]];
}

/** Cuts a list, in its order, wherever the key changes: the days of a history. */
export function groupNeighbours<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly Group<T>[] {
  const groups: { key: string; items: [T, ...T[]] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups;
}
