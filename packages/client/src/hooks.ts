/** What a hook learns of one attempt. It has no token, body, key, or value of a parameter. */
export interface Attempt {
  readonly method: string;
  /** The path as the document writes it, such as `/v1/wallets/{id}`. */
  readonly path: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** What became of an attempt. */
export interface AttemptResult extends Attempt {
  /** The answer's status; null when no answer came. */
  readonly status: number | null;
  /** The problem's code; null when the answer is none. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly durationMs: number;
  /** Milliseconds until the next attempt; null when this was the last. */
  readonly retryInMs: number | null;
}

/** Functions for logs and measurements. What they throw changes nothing: it is written to the console. */
export interface Hooks {
  readonly onAttempt?: (attempt: Attempt) => void;
  readonly onResult?: (result: AttemptResult) => void;
}

/** Calls a hook. A fault of a log must not make a payment look as if it had failed. */
export function callHook<T>(hook: ((event: T) => void) | undefined, event: T): void {
  try {
    hook?.(event);
  } catch (error) {
    console.error("a hook of the wallet's client has thrown", error);
  }
}
