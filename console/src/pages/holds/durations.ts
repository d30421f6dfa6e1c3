import { dayText, midnightOf, readDay } from "../../i18n/local-day.ts";

/** What the service allows, in seconds: 60 seconds to 30 days from now, 90 days in all. */
export const HOLD_SECONDS_MIN = 60;
export const HOLD_SECONDS_MAX = 30 * 86_400;
export const HOLD_TOTAL_SECONDS_MAX = 90 * 86_400;

const HOUR_MS = 3_600_000;

/** The times that are offered, in seconds. */
export const DURATIONS = [3_600, 86_400, 3 * 86_400, 7 * 86_400, 14 * 86_400, 30 * 86_400];

/** When a hold was placed, and when it ends. */
interface Ends {
  readonly created_at: string;
  readonly expires_at: string;
}

/** The offered times with which a hold ends at least an hour later, and still within its 90 days. */
export function longerDurations(hold: Ends, now: number): readonly number[] {
  return DURATIONS.filter((seconds) => {
    const end = now + seconds * 1000;
    return end >= Date.parse(hold.expires_at) + HOUR_MS && end <= lastEnd(hold, now);
  });
}

/** Whether a hold can end later than it does now. */
export function canLastLonger(hold: Ends, now: number): boolean {
  return lastEnd(hold, now) > Date.parse(hold.expires_at);
}

function lastEnd({ created_at }: Ends, now: number): number {
  const inAll = Date.parse(created_at) + HOLD_TOTAL_SECONDS_MAX * 1000;
  return Math.min(inAll, now + HOLD_SECONDS_MAX * 1000);
}

/**
 * Seconds from now to the end of a local day, YYYY-MM-DD; null when that is no date, has passed, or
 * is later than the service allows.
 */
export function secondsUntilEndOf(date: string, now: number): number | null {
  const day = readDay(date);
  if (day === null) return null;
  const end = midnightOf(day, 1).getTime();
  const seconds = Math.floor((end - now) / 1000);
  return seconds >= HOLD_SECONDS_MIN && seconds <= HOLD_SECONDS_MAX ? seconds : null;
}

/** A local day as an `<input type="date">` writes it, some days from now. */
export function dateAfter(days: number, now: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return dayText(date);
}
