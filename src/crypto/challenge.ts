// Challenges are 256 random bits for one purpose and one use: what a log-in waits with for its second
// factor, and what a passkey signs. Only their hash is kept.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const RANDOM_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A fresh challenge in base64url. */
export function newChallenge(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/** What the books keep of a challenge: SHA-256 in hex. Null: no such challenge. */
export function challengeHash(challenge: string): string | null {
  return FORM.test(challenge) ? bytesToHex(sha256(utf8ToBytes(challenge))) : null;
}
