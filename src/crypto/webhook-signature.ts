// How a receiver knows that a message is ours and new: the signature of Standard Webhooks, which there are
// libraries for in most languages.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** What is signed: the message's id, the time of this try, and the very text of the body. */
export interface Signed {
  readonly id: string;
  /** Unix time in seconds: a receiver refuses what is older than a few minutes. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers that prove a message: HMAC-SHA-256 under `secret`, `whsec_` and base 64 of its bytes.
 * Source: Standard Webhooks, "Verifying webhook authenticity".
 */
export function signatureHeaders(
  secret: string,
  { id, timestamp, body }: Signed,
): Record<string, string> {
  const key = Uint8Array.from(atob(secret.replace(/^whsec_/, "")), (char) => char.charCodeAt(0));
  const mac = hmac(sha256, key, utf8ToBytes(`${id}.${timestamp}.${body}`));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${btoa(String.fromCharCode(...mac))}`,
  };
}
