/**
 * The stored identity of a request: two requests with equal key and fingerprint are the same
 * request.
 */
export interface Idempotency {
  readonly key: string;
  /** HMAC-SHA-256 over the request's meaning, in hex. */
  readonly fingerprint: string;
  /** SHA-256 over the same: earlier releases stored it. It is compared, and never stored. */
  readonly unkeyedFingerprint: string;
}

/** Whether a stored fingerprint is that of this request. */
export function isSameRequest(
  stored: string,
  { fingerprint, unkeyedFingerprint }: Omit<Idempotency, "key">,
): boolean {
  return stored === fingerprint || stored === unkeyedFingerprint;
}
