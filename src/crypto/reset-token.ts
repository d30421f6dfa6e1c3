// A password reset is one request: whoever asked for it holds its token, the contact gets its code, and
// only both together set a password. A code is good for no other request, and a stranger who asks for
// resets of somebody's password can neither try that person's codes nor use them up.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const PREFIX = "mpr_";
const RANDOM_BYTES = 32;
const FORM = /^mpr_[A-Za-z0-9_-]{43}$/;

/** A fresh token of one password reset. The prefix lets secret scanners find one that leaked. */
export function newResetToken(): string {
  return PREFIX + base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/** What the books keep of a token: SHA-256 in hex (enough for 256 random bits). Null: no such token. */
export function resetTokenHash(token: string): string | null {
  return FORM.test(token) ? bytesToHex(sha256(utf8ToBytes(token))) : null;
}
