type DayPart = "morning" | "afternoon" | "evening";

/** The part of the day that a greeting names. */
export function dayPart({ hour }: { readonly hour: number }): DayPart {
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 17 ? "afternoon" : "evening";
}
