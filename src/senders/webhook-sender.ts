import { signatureHeaders } from "../crypto/webhook-signature.ts";
import { SENDING_SECONDS_MAX } from "../domain/bounds.ts";
import { toWireId } from "../domain/ids.ts";
import { type Message, wordsOf } from "../domain/message.ts";
import type { Sender } from "./sender.ts";

export interface WebhookSettings {
  readonly messageWebhookUrl: string;
  readonly messageWebhookSecret: string;
}

/** The body of one message: everything that a gateway needs to pass it on. */
function bodyOf(id: string, { to, content }: Message): string {
  const { subject, text } = wordsOf(content);
  const { channel, address } = to;
  return JSON.stringify({ id, channel, to: address, kind: content.kind, subject, text });
}

/** Posts each message, signed, to the gateway that passes it on; one try, SENDING_SECONDS_MAX long. */
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
        // The receiver is named by the settings: nobody else names another.
        redirect: "manual",
        signal: AbortSignal.timeout(SENDING_SECONDS_MAX * 1_000),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    },
  };
}
