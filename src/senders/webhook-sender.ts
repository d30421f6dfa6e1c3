import { signatureHeaders } from "../crypto/webhook-signature.ts";
import { SENDING_SECONDS_MAX } from "../domain/bounds.ts";
import { toWireId } from "../domain/ids.ts";
import { type Message, messageText, type Sender } from "../domain/message.ts";

export interface WebhookSettings {
  readonly messageWebhookUrl: string;
  readonly messageWebhookSecret: string;
}

/** The request body for one message: all that the gateway needs to deliver it. */
function bodyOf(id: string, { to, content }: Message): string {
  const { subject, text } = messageText(content);
  const { channel, address } = to;
  return JSON.stringify({ id, channel, to: address, kind: content.kind, subject, text });
}

/**
 * Posts each message, signed, to a gateway that delivers it: one attempt of at most
 * SENDING_SECONDS_MAX.
 */
export function webhookSender(
  { messageWebhookUrl, messageWebhookSecret }: WebhookSettings,
  nowMs: () => number,
): Sender {
  return {
    async send(message) {
      const id = toWireId("msg", message.id);
      const body = bodyOf(id, message);
      const timestamp = Math.floor(nowMs() / 1_000);
      const signed = signatureHeaders(messageWebhookSecret, { id, timestamp, body });
      const response = await fetch(messageWebhookUrl, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...signed },
        body,
        // Only the settings choose the receiver: a redirect is not followed.
        redirect: "manual",
        signal: AbortSignal.timeout(SENDING_SECONDS_MAX * 1_000),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    },
  };
}
