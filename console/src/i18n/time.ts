import { dateFormat, relativeFormat } from "./formats.ts";
import { language, locale } from "./language.ts";
import { dayText } from "./local-day.ts";

type Style = "time" | "date" | "day" | "short" | "long";

const STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "short" },
  day: { weekday: "long", day: "numeric", month: "long" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  long: { dateStyle: "long", timeStyle: "medium" },
};

/** A moment of the API (RFC 3339) in the zone and language of the person. */
export function formatTime(instant: string, style: Style = "short"): string {
  const options = STYLES[style];
  // A clock of twelve hours has no zero before the hour.
  const hour = language.value === "ar" && options.hour ? { hour: "numeric" as const } : {};
  const text = dateFormat(locale.value, { ...options, ...hour }).format(new Date(instant));
  // The half of the day stays with its hour: "8:51 م" is not broken.
  return text.replace(/ (?=[صم]$)/, "\u00a0");
}

/** The local day of a moment, as a key to group by. */
export function dayKey(instant: string): string {
  return dayText(new Date(instant));
}

/** "Today", "Yesterday" or the day, in the language of the person. */
export function dayName(instant: string, now = new Date()): string {
  const then = new Date(instant);
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const days = Math.round((midnight(then).getTime() - midnight(now).getTime()) / 86_400_000);
  if (days > 0 || days < -1) {
    const year = then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
    return dateFormat(locale.value, { ...STYLES.day, ...year }).format(then);
  }
  const text = relativeFormat(locale.value, { numeric: "auto" }).format(days, "day");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "in 3 hours", "2 days ago". */
export function relativeTime(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = relativeFormat(locale.value, { numeric: "auto" });
  const units = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const;
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  return unit
    ? format.format(Math.trunc(seconds / unit[1]), unit[0])
    : format.format(Math.trunc(seconds), "second");
}
