// For values that must be found again but not be readable in the database. Phones and addresses
// have so few values that a plain hash could be reversed by trying them all.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * HMAC-SHA256 (RFC 2104) over the fingerprint of the parts, in hex. `key` is in base64url; without
 * it the values cannot be found by trying all of them.
 */
export function keyedHash(key: string, parts: readonly (string | null)[]): string {
  return bytesToHex(hmac(sha256, base64url.decode(key), hexToBytes(fingerprintOf(parts))));
}
