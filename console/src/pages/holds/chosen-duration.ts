import { HOLD_SECONDS_MAX, HOLD_SECONDS_MIN, secondsUntilEndOf } from "./durations.ts";

/** A time from now as it was chosen: one that is offered, or until the end of a day. */
export interface ChosenDuration {
  /** Seconds as text, or "date". */
  readonly kind: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** The seconds that a choice means now; null when it is not possible. */
export function secondsOf({ kind, date }: ChosenDuration, now: number): number | null {
  if (kind === "date") return secondsUntilEndOf(date, now);
  const seconds = Number(kind);
  return seconds >= HOLD_SECONDS_MIN && seconds <= HOLD_SECONDS_MAX ? seconds : null;
}
