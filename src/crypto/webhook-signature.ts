// Signatures as Standard Webhooks defines them, with which a receiver checks that a message comes
// from this service and is recent. Libraries for them exist in most languages.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

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
  const key = Uint8Array.from(atob(secret.replace(/^whsec_/, "")), (char) => char.charCodeAt(0));
  const mac = hmac(sha256, key, utf8ToBytes(`${id}.${timestamp}.${body}`));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${btoa(String.fromCharCode(...mac))}`,
  };
}
