/** How far ahead a freeze may end by itself. */
export const FREEZE_DAYS_MAX = 365;

const pad = (value: number) => String(value).padStart(2, "0");

/** A date of a date field, in the operator's zone: 2026-12-31. */
export function dateText(date: Date): string {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The last moment of a day in the operator's zone, as an instant; null for no date. */
export function endOfDay(date: string): string | null {
  const [year = 0, month = 0, day = 0] = date.split("-").map((part) => Number.parseInt(part, 10));
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const end = new Date(year, month - 1, day, 23, 59, 59);
  return dateText(end) === date ? end.toISOString() : null;
}

/** The days that a freeze may end on; a stronger one ends no earlier than the one it replaces. */
export function endDays(
  now: Date,
  replaced: string | null,
): { readonly min: string; readonly max: string } {
  const last = new Date(now.getFullYear(), now.getMonth(), now.getDate() + FREEZE_DAYS_MAX - 1);
  const today = dateText(now);
  const first = replaced === null ? today : dateText(new Date(replaced));
  return { min: first > today ? first : today, max: dateText(last) };
}
