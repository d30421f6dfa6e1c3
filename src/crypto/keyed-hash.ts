// What must be found again but not read: an address has so few values that a plain hash hides nothing.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * HMAC-SHA256 (RFC 2104) over the parts' fingerprint, in hex; `key` is bytes in base64url. Without
 * the key nobody can try all addresses or phones against it.
 */
export function keyedHash(key: string, parts: readonly (string | null)[]): string {
  return bytesToHex(hmac(sha256, base64url.decode(key), hexToBytes(fingerprintOf(parts))));
}
