import { afterEach, describe, expect, it, vi } from "vitest";
import { SENDING_SECONDS_MAX } from "../../../src/domain/bounds.ts";
import type { Contact } from "../../../src/domain/contact.ts";
import type { Email } from "../../../src/domain/email.ts";
import type { MessageId } from "../../../src/domain/ids.ts";
import type { Message, MessageContent } from "../../../src/domain/message.ts";
import type { Phone } from "../../../src/domain/phone.ts";
import { createSender } from "../../../src/senders/create-sender.ts";
import { openGateway } from "../../faults/message-gateway.ts";

const FROM = "Mahfaza <no-reply@mahfaza.example>";
const email: Contact = { channel: "email", address: "amina@example.com" as Email };
const phone: Contact = { channel: "phone", address: "+967771234567" as Phone };
const messageTo = (
  to: Contact,
  content: MessageContent = { kind: "password_changed" },
): Message => ({
  id: "018b0000-0000-7000-8000-000000000001" as MessageId,
  to,
  content,
});

async function openSender(mailFrom: string | null, binding?: (mail: unknown) => Promise<unknown>) {
  const gateway = await openGateway(() => ({ status: 200 }));
  const mails: unknown[] = [];
  const EMAIL = {
    async send(mail: unknown) {
      mails.push(mail);
      return binding?.(mail);
    },
  };
  const settings = {
    messageWebhookUrl: gateway.url,
    messageWebhookSecret: `whsec_${Buffer.alloc(32, "m").toString("base64")}`,
    mailFrom,
  };
  const sender = createSender(binding ? { EMAIL } : {}, settings, Date.now);
  return { ...gateway, mails, sender };
}

afterEach(() => vi.useRealTimers());

describe("the sender of a deployment", () => {
  it("sends e-mail by the binding, and to phones by the webhook", async () => {
    const { sender, mails, posted, close } = await openSender(FROM, async () => ({
      messageId: "1",
    }));
    await sender.send(messageTo(email, { kind: "verification_code", code: "12345678" }));
    await sender.send(messageTo(phone));
    expect(mails).toEqual([
      {
        from: FROM,
        to: "amina@example.com",
        subject: "Your Mahfaza code",
        text: expect.stringContaining("12345678"),
      },
    ]);
    expect(posted.map(({ body }) => JSON.parse(body).to)).toEqual(["+967771234567"]);
    await close();
  });

  it("sends e-mail by the webhook when there is no binding, or no sender address", async () => {
    for (const { sender, mails, posted, close } of [
      await openSender(FROM),
      await openSender(null, async () => {}),
    ]) {
      await sender.send(messageTo(email));
      expect(mails).toEqual([]);
      expect(posted.map(({ body }) => JSON.parse(body).channel)).toEqual(["email"]);
      await close();
    }
  });

  it("reports a refused e-mail without the address that the binding's error may contain", async () => {
    const refused = Object.assign(new Error("no mail to amina@example.com"), {
      code: "E_RECIPIENT_NOT_ALLOWED",
    });
    const { sender, close } = await openSender(FROM, () => Promise.reject(refused));
    const sending = sender.send(messageTo(email));
    await expect(sending).rejects.toThrow("the mail binding refused: E_RECIPIENT_NOT_ALLOWED");
    await close();
  });

  it("stops waiting for a binding that does not answer in time", async () => {
    const { sender, close } = await openSender(FROM, () => new Promise(() => {}));
    vi.useFakeTimers();
    const sending = sender.send(messageTo(email));
    const outcome = expect(sending).rejects.toThrow("did not answer in time");
    await vi.advanceTimersByTimeAsync(SENDING_SECONDS_MAX * 1_000);
    await outcome;
    vi.useRealTimers();
    await close();
  });
});
