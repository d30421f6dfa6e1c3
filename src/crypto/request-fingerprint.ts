// The fingerprints under which a request's idempotency key is stored. A request contains a phone
// number, of which there are so few that a bare hash over it could be reversed by trying them all.
import { fingerprintOf } from "./fingerprint.ts";
import { keyedDigest } from "./keyed-hash.ts";

export interface RequestFingerprint {
  /** HMAC-SHA-256 under FINGERPRINT_KEY over the request's meaning, in hex: what is stored. */
  readonly fingerprint: string;
  /**
   * SHA-256 over the same, in hex; never stored. Keys of earlier releases have it, for the
   * IDEMPOTENCY_KEY_TTL_DAYS that they are kept.
   */
  readonly unkeyedFingerprint: string;
}

/** The fingerprints of a request with these parts; `key` is in base64url. */
export function requestFingerprint(
  key: string,
  parts: readonly (string | null)[],
): RequestFingerprint {
  const unkeyedFingerprint = fingerprintOf(parts);
  return { fingerprint: keyedDigest(key, unkeyedFingerprint), unkeyedFingerprint };
}
