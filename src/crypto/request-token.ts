// Each request for a password reset, and each claim of a phone, has a token, which the client that
// made the request receives, and a code, which is sent to the contact. Only both together have an
// effect. A code is valid for its own request alone: a client that makes requests for the contact
// of another person can neither try that person's codes nor use them up.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

/**
 * What a token is for: a password reset or the claim of a phone. The prefix lets secret scanners
 * recognize a leaked token.
 */
export type RequestPrefix = "mpr_" | "mpc_";

const RANDOM_BYTES = 32;
const RANDOM_TEXT = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string) => bytesToHex(sha256(utf8ToBytes(token)));

/** Makes the token of a request, and the hash under which it is stored: SHA-256 in hex. */
export function newRequestToken(prefix: RequestPrefix): {
  readonly token: string;
  readonly hash: string;
} {
  const token = prefix + base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  return { token, hash: hashOf(token) };
}

/** The hash under which a token is stored, in hex; null when the text cannot be such a token. */
export function requestTokenHash(prefix: RequestPrefix, token: string): string | null {
  const isToken = token.startsWith(prefix) && RANDOM_TEXT.test(token.slice(prefix.length));
  return isToken ? hashOf(token) : null;
}
