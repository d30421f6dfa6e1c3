// Each request for a password reset has a token, which the client that made the request receives,
// and a code, which is sent to the contact. Only both together set a password. A code is valid for
// its own request alone: a client that requests resets for another user can neither try that user's
// codes nor use them up.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const PREFIX = "mpr_";
const RANDOM_BYTES = 32;
const FORM = /^mpr_[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string) => bytesToHex(sha256(utf8ToBytes(token)));

/** Makes the token of a password reset, and the hash under which it is stored: SHA-256 in hex. */
export function newResetToken(): { readonly token: string; readonly hash: string } {
  // The prefix lets secret scanners recognize a leaked token.
  const token = PREFIX + base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  return { token, hash: hashOf(token) };
}

/** The hash under which a token is stored, in hex; null when the text cannot be a token. */
export function resetTokenHash(token: string): string | null {
  return FORM.test(token) ? hashOf(token) : null;
}
