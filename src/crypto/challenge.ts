// Challenges are 256 random bits for one purpose and one use: a login in progress is identified by
// one until its second factor is proven, and a passkey signs one. Only their SHA-256 hash is
// stored.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";

const RANDOM_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** Makes a challenge, in base64url. */
export function newChallenge(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/** The hash under which a challenge is stored, in hex; null when the text cannot be a challenge. */
export function challengeHash(challenge: string): string | null {
  return FORM.test(challenge) ? bytesToHex(sha256(utf8ToBytes(challenge))) : null;
}
