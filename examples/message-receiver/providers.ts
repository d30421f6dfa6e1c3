// Two providers as an example. Any other is one function more.
import type { Deliver, Message } from "./receiver.ts";

/** Secrets and variables of the receiver's own Worker. */
export interface ProviderSettings {
  readonly TWILIO_ACCOUNT_SID: string;
  readonly TWILIO_AUTH_TOKEN: string;
  /** The number or sender id that messages come from. */
  readonly TWILIO_FROM: string;
  readonly RESEND_API_KEY: string;
  /** An address of a domain that Resend may send for. */
  readonly MAIL_FROM: string;
}

/** Less than the five seconds that the service waits. */
const ANSWER_MS = 4_000;

/** Passes a message on by its channel. */
export const deliverBy =
  (settings: ProviderSettings): Deliver =>
  (message) =>
    message.channel === "phone" ? sendSms(settings, message) : sendMail(settings, message);

/** Source: https://www.twilio.com/docs/messaging/api/message-resource. */
async function sendSms(settings: ProviderSettings, { to, text }: Message): Promise<void> {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: from } = settings;
  await post(`https://api.twilio.com/2010-04-01/Accounts/${account}/Messages.json`, {
    headers: { Authorization: `Basic ${btoa(`${account}:${token}`)}` },
    body: new URLSearchParams({ To: to, From: from, Body: text }),
  });
}

/** Source: https://resend.com/docs/api-reference/emails/send-email. */
async function sendMail(settings: ProviderSettings, message: Message): Promise<void> {
  const { id, to, subject, text } = message;
  await post("https://api.resend.com/emails", {
    headers: {
      Authorization: `Bearer ${settings.RESEND_API_KEY}`,
      "Content-Type": "application/json",
      "Idempotency-Key": id,
    },
    body: JSON.stringify({ from: settings.MAIL_FROM, to: [to], subject, text }),
  });
}

async function post(url: string, init: RequestInit): Promise<void> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(url, { method: "POST", ...init, signal });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${new URL(url).hostname} answered ${response.status}`);
}
