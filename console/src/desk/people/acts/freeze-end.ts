import { dayText, midnightOf, readDay } from "../../../i18n/local-day.ts";

/** How far ahead a freeze may end by itself. */
export const FREEZE_DAYS_MAX = 365;

/** The last moment of a day in the operator's zone, as an instant; null for no date. */
export function endOfDay(date: string): string | null {
  if (readDay(date) === null) return null;
  const end = midnightOf(date);
  end.setHours(23, 59, 59);
  return end.toISOString();
}

/** The days that a freeze may end on; a stronger one ends no earlier than the one it replaces. */
export function endDays(
  now: Date,
  replaced: string | null,
): { readonly min: string; readonly max: string } {
  const last = new Date(now.getFullYear(), now.getMonth(), now.getDate() + FREEZE_DAYS_MAX - 1);
  const today = dayText(now);
  const first = replaced === null ? today : dayText(new Date(replaced));
  return { min: first > today ? first : today, max: dayText(last) };
}
