interface Dated {
  readonly created_at: string;
}

export interface DayOf<T> {
  readonly key: string;
  readonly items: readonly T[];
}

/** The items of a list by day, in the order of the list. `dayKey` names the day of a moment. */
export function groupByDay<T extends Dated>(
  items: readonly T[],
  dayKey: (instant: string) => string,
): readonly DayOf<T>[] {
  const days: { key: string; items: T[] }[] = [];
  for (const item of items) {
    const key = dayKey(item.created_at);
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, items: [item] });
  }
  return days;
}
