interface ConnectionErrorDetails {
  /** Whether the service may have done what was asked. */
  readonly mayHaveHappened: boolean;
  /** The request's Idempotency-Key, to repeat it with. */
  readonly key: string | null;
  /** The last failure. */
  readonly cause: unknown;
}

/** The service gave no answer, or something between gave one in its place, to all attempts. */
export class ConnectionError extends Error {
  /** False only when no attempt can have reached the service, or it only read. */
  readonly mayHaveHappened: boolean;
  /** The request's Idempotency-Key; null when it had none. */
  readonly key: string | null;

  constructor({ mayHaveHappened, key, cause }: ConnectionErrorDetails) {
    super(mayHaveHappened ? "no answer: the request may have been carried out" : "no answer", {
      cause,
    });
    this.name = "ConnectionError";
    this.mayHaveHappened = mayHaveHappened;
    this.key = key;
  }
}
