/** When and how long the client waits between the attempts of one request. */
export interface RetryPolicy {
  /** The most attempts, the first included. */
  readonly attemptsMax: number;
  /** The first wait is a random time up to this; each further limit is twice as long. */
  readonly baseMs: number;
  /** No wait is longer. An answer that asks for more is given to the caller at once. */
  readonly waitMaxMs: number;
  /** No attempt or wait begins that would end after this time since the call. */
  readonly budgetMs: number;
  /** A number from 0 to below 1. */
  readonly random: () => number;
  /** Waits, and rejects with the signal's reason once it aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds of a clock that only runs forwards. */
  readonly now: () => number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  attemptsMax: 6,
  baseMs: 500,
  waitMaxMs: 10_000,
  budgetMs: 60_000,
  random: Math.random,
  sleep,
  now: () => performance.now(),
};

/** Milliseconds until the next attempt; null when that is later than the policy waits. */
export function waitMs(policy: RetryPolicy, attempt: number, answer: Response | null) {
  const backoff = Math.min(policy.waitMaxMs, policy.baseMs * 2 ** (attempt - 1));
  const jittered = Math.floor(policy.random() * backoff);
  const asked = retryAfterMs(answer);
  // A little later than asked, at random, so that clients who were sent away together do not return together.
  const wait = asked === null ? jittered : asked + Math.floor(policy.random() * policy.baseMs);
  return asked !== null && asked > policy.waitMaxMs ? null : Math.min(wait, policy.waitMaxMs);
}

/**
 * Retry-After in milliseconds; null without one. The service sends seconds, what stands between may
 * send a date. Source: RFC 9110 §10.2.3.
 */
function retryAfterMs(answer: Response | null): number | null {
  const text = answer?.headers.get("Retry-After") ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = / GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
