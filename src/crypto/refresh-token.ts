// Refresh tokens are opaque: 256 random bits. The database stores only their hash.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const PREFIX = "mrt_";
const RANDOM_BYTES = 32;
const FORM = /^mrt_[A-Za-z0-9_-]{43}$/;

/** Makes a refresh token. Its prefix lets secret scanners recognize a leaked one. */
export function newRefreshToken(): string {
  return PREFIX + base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/**
 * The hash under which a token is stored: SHA-256 in hex, which is enough for 256 random bits; null
 * when the text cannot be a token.
 */
export function refreshTokenHash(token: string): string | null {
  return FORM.test(token) ? bytesToHex(sha256(utf8ToBytes(token))) : null;
}
