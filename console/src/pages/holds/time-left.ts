import { holdWords as t } from "./words.ts";

const MINUTE_MS = 60_000;

interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** Whole days, hours and minutes until a moment; null when it has passed. */
export function timeLeft(until: string, now: number): TimeLeft | null {
  const ms = Date.parse(until) - now;
  if (ms <= 0) return null;
  const minutes = Math.floor(ms / MINUTE_MS);
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  };
}

/** The largest unit: "2 days"; for a list. */
export function shortTimeLeft({ days, hours, minutes }: TimeLeft): string {
  if (days > 0) return t().days(days);
  if (hours > 0) return t().hours(hours);
  return minutes > 0 ? t().minutes(minutes) : t().soon;
}

/** The two largest units: "2 days and 3 hours", "45 minutes". */
export function timeLeftText({ days, hours, minutes }: TimeLeft): string {
  const [first, second] = [
    days > 0 && t().days(days),
    hours > 0 && t().hours(hours),
    days === 0 && minutes > 0 && t().minutes(minutes),
  ].filter((part) => part !== false);
  if (first === undefined) return t().soon;
  return second === undefined ? first : t().and(first, second);
}
