// Refresh tokens are opaque: 256 random bits that mean nothing but their row. Only their hash is kept.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const PREFIX = "mrt_";
const RANDOM_BYTES = 32;
const FORM = /^mrt_[A-Za-z0-9_-]{43}$/;

/** A fresh refresh token. The prefix lets secret scanners find one that leaked. */
export function newRefreshToken(): string {
  return PREFIX + base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/** What the books keep of a token: SHA-256 in hex (enough for 256 random bits). Null: no such token. */
export function refreshTokenHash(token: string): string | null {
  return FORM.test(token) ? bytesToHex(sha256(utf8ToBytes(token))) : null;
}
