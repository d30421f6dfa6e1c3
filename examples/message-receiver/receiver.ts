// An example receiver for MESSAGE_WEBHOOK_URL: it takes the service's messages, checks that they are the service's
// own and new, and passes them on to an SMS or mail provider. It is a Worker, and needs no package.
// Source: Standard Webhooks, https://www.standardwebhooks.com.

/** One message as the service sends it. */
export interface Message {
  readonly id: string;
  readonly channel: "phone" | "email";
  /** A phone in E.164 or an e-mail address. */
  readonly to: string;
  readonly kind: string;
  /** For mail; a phone gets the text alone. */
  readonly subject: string;
  readonly text: string;
}

/** Passes one message on; rejects when the provider did not take it. */
export type Deliver = (message: Message) => Promise<void>;

/** An older timestamp is refused, and one further in the future: somebody may replay a message. */
const TOLERANCE_SECONDS = 300;
const SEEN_MAX = 10_000;
const BODY_LENGTH_MAX = 16_384;

/** The ids of messages that were passed on; bounded, the oldest go first. */
const seen = new Set<string>();

/**
 * Answers the service. 204: passed on, or passed on before. 401: the signature is not right. 502: the provider did not
 * take it, so that the service sends it again.
 */
export async function receive(
  request: Request,
  secret: string,
  deliver: Deliver,
  nowMs = Date.now(),
): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const body = await request.text();
  if (body.length > BODY_LENGTH_MAX) return new Response(null, { status: 413 });
  if (!(await isSigned(request.headers, body, secret, nowMs))) {
    return new Response("the signature is not right", { status: 401 });
  }
  const message = JSON.parse(body) as Message;
  // The service sends a message again when an answer was lost: the person gets it once.
  if (seen.has(message.id)) return new Response(null, { status: 204 });
  try {
    await deliver(message);
  } catch (error) {
    // Never the message itself: it may hold a code.
    console.error(`not delivered: ${message.id}: ${error instanceof Error ? error.message : ""}`);
    return new Response("the provider did not take it", { status: 502 });
  }
  seen.add(message.id);
  const [oldest] = seen;
  if (seen.size > SEEN_MAX && oldest) seen.delete(oldest);
  return new Response(null, { status: 204 });
}

/** Whether one of the signatures is HMAC-SHA-256 of `id.timestamp.body` under the secret, and the time is now. */
async function isSigned(
  headers: Headers,
  body: string,
  secret: string,
  nowMs: number,
): Promise<boolean> {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  const age = Math.abs(nowMs / 1_000 - Number(timestamp));
  if (id === "" || !/^\d+$/.test(timestamp) || age > TOLERANCE_SECONDS) return false;
  const bytes = fromBase64(secret.replace(/^whsec_/, ""));
  if (!bytes) throw new Error("MESSAGE_WEBHOOK_SECRET is not whsec_ and base 64");
  const key = await crypto.subtle.importKey(
    "raw",
    bytes,
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["verify"],
  );
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const signature of (headers.get("webhook-signature") ?? "").split(" ")) {
    const mac = signature.startsWith("v1,") ? fromBase64(signature.slice("v1,".length)) : null;
    // Compares in constant time.
    if (mac && (await crypto.subtle.verify("HMAC", key, mac, signed))) return true;
  }
  return false;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
