import type { Sender } from "../domain/message.ts";
import { type MailBinding, mailSender } from "./mail-sender.ts";
import { type WebhookSettings, webhookSender } from "./webhook-sender.ts";

export interface SenderSettings extends WebhookSettings {
  /** Null: mail is sent through the webhook too. */
  readonly mailFrom: string | null;
}

/**
 * The sender of one deployment. It sends mail through the binding EMAIL, if the deployment has the
 * binding and a sender address, and all other messages through the webhook.
 */
export function createSender(
  bindings: object,
  settings: SenderSettings,
  nowMs: () => number,
): Sender {
  const viaWebhook = webhookSender(settings, nowMs);
  // The binding is optional, so the generated types do not have it.
  const { EMAIL } = bindings as { readonly EMAIL?: MailBinding };
  if (!EMAIL || settings.mailFrom === null) return viaWebhook;
  const viaMail = mailSender(EMAIL, settings.mailFrom);
  return {
    send: (message) => (message.to.channel === "email" ? viaMail : viaWebhook).send(message),
  };
}
