// For values that must be found again but not be readable in the database. Phones and addresses
// have so few values that a plain hash could be reversed by trying them all.
import { createHmac } from "node:crypto";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * HMAC-SHA256 (RFC 2104) over the fingerprint of the parts, in hex. `key` is in base64url; without
 * it the values cannot be found by trying all of them.
 */
export function keyedHash(key: string, parts: readonly (string | null)[]): string {
  return keyedDigest(key, fingerprintOf(parts));
}

/** HMAC-SHA256 over a fingerprint in hex, in hex. */
export function keyedDigest(key: string, fingerprint: string): string {
  const hmac = createHmac("sha256", Buffer.from(key, "base64url"));
  return hmac.update(fingerprint, "hex").digest("hex");
}
