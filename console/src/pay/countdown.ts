/** Moments of a device: one of a clock that only runs forwards, and one of its calendar. */
export interface Moment {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

interface Offer {
  /** The service's own times, RFC 3339. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly askedAt: Moment;
  readonly answeredAt: Moment;
  /** The answer's Date header, if it has one. */
  readonly date: string | null;
}

/** The end of an offer: so many milliseconds after a moment of this device. */
export interface Deadline {
  readonly from: Moment;
  readonly lastsMs: number;
}

/** A request needs this long to arrive: an offer counts as lapsed so much earlier. */
export const MARGIN_MS = 1_000;

/**
 * When an offer of the service ends, by this device, whose clock may be wrong. The offer was made
 * between the question and the answer, so that its length, counted from the question, is never too
 * late. The answer's Date brings the end nearer to the truth after a slow answer.
 */
export function deadlineOf({ createdAt, expiresAt, askedAt, answeredAt, date }: Offer): Deadline {
  const lengthMs = Date.parse(expiresAt) - Date.parse(createdAt);
  const roundTripMs = elapsedMs(askedAt, answeredAt);
  const serverMs = date === null ? Number.NaN : Date.parse(date);
  // Date counts whole seconds: the true time may be up to a second later.
  const byDateMs = Date.parse(expiresAt) - serverMs - 1_000 + roundTripMs;
  const latestMs = lengthMs + roundTripMs;
  const lastsMs = Number.isNaN(byDateMs)
    ? lengthMs
    : Math.min(Math.max(byDateMs, lengthMs), latestMs);
  return { from: askedAt, lastsMs: lastsMs - MARGIN_MS };
}

/** Whole seconds until a deadline, rounded up; 0 once it is over. */
export function secondsLeft({ from, lastsMs }: Deadline, now: Moment): number {
  return Math.max(0, Math.ceil((lastsMs - elapsedMs(from, now)) / 1000));
}

/** The longer of both: the one clock may stand still while the device sleeps, the other be set. */
function elapsedMs(from: Moment, to: Moment): number {
  return Math.max(to.monotonicMs - from.monotonicMs, to.wallMs - from.wallMs, 0);
}
