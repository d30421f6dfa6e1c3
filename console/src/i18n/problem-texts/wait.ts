/** A wait in the largest unit that tells it, rounded up: who comes at that time is not too early. */
export function waitOf(seconds: number): {
  readonly count: number;
  readonly unit: "second" | "minute" | "hour";
} {
  if (seconds < 60) return { count: Math.max(1, Math.ceil(seconds)), unit: "second" };
  if (seconds <= 90 * 60) return { count: Math.ceil(seconds / 60), unit: "minute" };
  return { count: Math.ceil(seconds / 3600), unit: "hour" };
}
