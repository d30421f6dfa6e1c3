// A password reset is one request: whoever asked for it holds its token, the contact gets its code, and
// only both together set a password. A code is good for no other request, and a stranger who asks for
// resets of somebody's password can neither try that person's codes nor use them up.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const PREFIX = "mpr_";
const RANDOM_BYTES = 32;
const FORM = /^mpr_[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string) => bytesToHex(sha256(utf8ToBytes(token)));

/** A fresh token of one password reset, and what the books keep of it: SHA-256, in hex. */
export function newResetToken(): { readonly token: string; readonly hash: string } {
  // The prefix lets secret scanners find one that leaked.
  const token = PREFIX + base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  return { token, hash: hashOf(token) };
}

/** The hash of a token that somebody presents; null when it is none. */
export function resetTokenHash(token: string): string | null {
  return FORM.test(token) ? hashOf(token) : null;
}
