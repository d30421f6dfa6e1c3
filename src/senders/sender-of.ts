import { type MailBinding, mailSender } from "./mail-sender.ts";
import type { Sender } from "./sender.ts";
import { type WebhookSettings, webhookSender } from "./webhook-sender.ts";

export interface SenderSettings extends WebhookSettings {
  /** Null: mail goes by the webhook too. */
  readonly mailFrom: string | null;
}

/**
 * The sender of one deployment: mail by the binding EMAIL where there are one and an address to send
 * from, and everything else by the webhook.
 */
export function senderOf(bindings: object, settings: SenderSettings, nowMs: () => number): Sender {
  const byWebhook = webhookSender(settings, nowMs);
  // The binding is a deployment's choice, so the generated types do not know it.
  const { EMAIL } = bindings as { readonly EMAIL?: MailBinding };
  if (!EMAIL || settings.mailFrom === null) return byWebhook;
  const byMail = mailSender(EMAIL, settings.mailFrom);
  return {
    send: (message) => (message.to.channel === "email" ? byMail : byWebhook).send(message),
  };
}
