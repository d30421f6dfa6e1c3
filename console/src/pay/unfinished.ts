/** A payment that was sent and has no answer yet is asked for again by itself within this time. */
export const RESUMED_WITHIN_MS = 10 * 60_000;

/** The service keeps a key for 30 days; an older payment is not asked for again. */
export const FORGOTTEN_AFTER_MS = 29 * 24 * 60 * 60_000;

/**
 * What a form does with a payment that was sent before a reload: it asks for the outcome by itself
 * while the person remembers; later it asks the person first, since the payment may only be made
 * now; after a month the history is the only place to look.
 */
export function unfinishedStep(startedAt: string, now: number): "resume" | "ask" | "forget" {
  const age = now - Date.parse(startedAt);
  if (age > FORGOTTEN_AFTER_MS) return "forget";
  // A clock that was set back makes the age negative.
  return age >= 0 && age <= RESUMED_WITHIN_MS ? "resume" : "ask";
}
