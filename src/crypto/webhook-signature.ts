// Signatures as Standard Webhooks defines them, with which a receiver checks that a message comes
// from its sender and is recent. Libraries for them exist in most languages.
import { timingSafeEqual } from "node:crypto";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { SIGNATURE_AGE_SECONDS_MAX, SIGNATURES_MAX } from "../domain/bounds.ts";

/**
 * The signed values: the message's id, the time of this delivery attempt, and the exact text of the
 * body.
 */
export interface SignedWebhook {
  readonly id: string;
  /** Unix time in seconds; a receiver refuses messages that are more than a few minutes old. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers that authenticate a message: HMAC-SHA-256 with `secret`, which is `whsec_` and base64
 * of its bytes. Source: Standard Webhooks, "Verifying webhook authenticity".
 */
export function signatureHeaders(
  secret: string,
  { id, timestamp, body }: SignedWebhook,
): Record<string, string> {
  const mac = macOf(secret, id, String(timestamp), utf8ToBytes(body));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${btoa(String.fromCharCode(...mac))}`,
  };
}

/** What a received webhook's headers say, and the exact bytes of its body. */
export interface ReceivedWebhook {
  readonly id: string;
  /** Unix time in seconds, as text. */
  readonly timestamp: string;
  /** Signatures, separated by blanks. */
  readonly signatures: string;
  readonly body: Uint8Array;
}

/**
 * Whether a time in seconds, as text, is at most SIGNATURE_AGE_SECONDS_MAX from the clock. An old
 * signature may be one that somebody has recorded.
 */
export function isRecent(timestamp: string, nowMs: number): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(nowMs / 1_000 - Number(timestamp)) <= SIGNATURE_AGE_SECONDS_MAX;
}

/**
 * Whether one of the first SIGNATURES_MAX signatures is of this message under one of the secrets.
 * All pairs are compared, each in constant time. Source: Standard Webhooks, "Verifying webhook
 * authenticity".
 */
export function isSigned(
  secrets: readonly string[],
  { id, timestamp, signatures, body }: ReceivedWebhook,
): boolean {
  const given = signatures
    .split(" ", SIGNATURES_MAX)
    .filter((signature) => signature.startsWith("v1,"))
    .flatMap((signature) => bytesOf(signature.slice("v1,".length)) ?? []);
  let isFound = false;
  for (const secret of secrets) {
    const due = macOf(secret, id, timestamp, body);
    for (const one of given) {
      if (one.length === due.length && timingSafeEqual(one, due)) isFound = true;
    }
  }
  return isFound;
}

function macOf(secret: string, id: string, timestamp: string, body: Uint8Array): Uint8Array {
  const key = bytesOf(secret.replace(/^whsec_/, ""));
  if (!key) throw new Error("a webhook secret is not base 64");
  return hmac(sha256, key, concatBytes(utf8ToBytes(`${id}.${timestamp}.`), body));
}

/** The bytes of base 64; null if the text is not base 64. */
function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    // A signature that no secret makes.
    return null;
  }
}
