const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The local day of a moment as an `<input type="date">` has it: "2026-12-31". */
export function dayText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const year = String(date.getFullYear()).padStart(4, "0");
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A day that the calendar has; null for any other text. */
export function readDay(text: string | undefined): string | null {
  return text !== undefined && DAY.test(text) && dayText(midnightOf(text)) === text ? text : null;
}

/** The local midnight that begins a day, or a day some days later. */
export function midnightOf(day: string, daysLater = 0): Date {
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  return new Date(+year, +month - 1, +date + daysLater);
}
