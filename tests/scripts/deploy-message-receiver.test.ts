// The example receiver of docs/deploying.md, asked by the service's own sender.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { deliverBy } from "../../examples/message-receiver/providers.ts";
import { type Deliver, type Message, receive } from "../../examples/message-receiver/receiver.ts";
import { newSecrets } from "../../scripts/secrets/new-secrets.ts";
import { spawnWrangler } from "../../scripts/system/wrangler.ts";
import { signatureHeaders } from "../../src/crypto/webhook-signature.ts";
import { newId } from "../../src/domain/ids.ts";
import { webhookSender } from "../../src/senders/webhook-sender.ts";

const SECRET = newSecrets().MESSAGE_WEBHOOK_SECRET ?? "";
let delivered: Message[] = [];
let deliver: Deliver;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(async (incoming, outgoing) => {
    const request = new Request(`http://receiver${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers: incoming.headers as Record<string, string>,
      ...(incoming.method === "POST" && { body: await text(incoming) }),
    });
    const answer = await receive(request, SECRET, deliver);
    outgoing.writeHead(answer.status).end(await answer.text());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
});
afterAll(() => void server?.close());
afterEach(() => {
  vi.restoreAllMocks();
  delivered = [];
});

const takes: Deliver = async (message) => void delivered.push(message);

const messageFor = (address: string, channel: "phone" | "email") =>
  ({
    id: newId("msg", Date.now()),
    to: { channel, address },
    content: { kind: "verification_code", code: "12345678" },
  }) as never;

const send = (message: never, secret = SECRET, nowMs = Date.now()) =>
  webhookSender({ messageWebhookUrl: url, messageWebhookSecret: secret }, () => nowMs).send(
    message,
  );

describe("the example message receiver", () => {
  it("passes on what the service sends, once, however often it comes", async () => {
    deliver = takes;
    const message = messageFor("+967777000101", "phone");
    await send(message);
    await send(message);
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({ channel: "phone", to: "+967777000101" });
    expect(delivered[0]?.text).toContain("12345678");
  });

  it("refuses another secret, and what is older than five minutes", async () => {
    deliver = takes;
    const other = newSecrets().MESSAGE_WEBHOOK_SECRET ?? "";
    await expect(send(messageFor("a@example.com", "email"), other)).rejects.toThrow("401");
    const old = Date.now() - 301_000;
    await expect(send(messageFor("a@example.com", "email"), SECRET, old)).rejects.toThrow("401");
    expect(delivered).toEqual([]);
  });

  it("refuses an altered body, and accepts one of two signatures while the secret is renewed", async () => {
    const body = JSON.stringify({
      id: "msg_1",
      channel: "phone",
      to: "+1",
      kind: "k",
      subject: "",
      text: "t",
    });
    const timestamp = Math.floor(Date.now() / 1_000);
    const headers = signatureHeaders(SECRET, { id: "msg_1", timestamp, body });
    const ask = (text: string, signature: string) =>
      receive(
        new Request("https://receiver.example/send", {
          method: "POST",
          headers: { ...headers, "webhook-signature": signature },
          body: text,
        }),
        SECRET,
        takes,
      );
    const right = headers["webhook-signature"] ?? "";
    expect((await ask(body.replace("+1", "+2"), right)).status).toBe(401);
    expect((await ask(body, "v1,bm90aGluZw==")).status).toBe(401);
    expect((await ask(body, "v1,%%% v2,x")).status).toBe(401);
    expect((await ask(body, `v1,bm90aGluZw== ${right}`)).status).toBe(204);
    expect(delivered).toHaveLength(1);
  });

  it("answers so that the service sends again what the provider did not take", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    deliver = async () => {
      throw new Error("the provider answered 500");
    };
    const message = messageFor("a@example.com", "email");
    await expect(send(message)).rejects.toThrow("502");
    deliver = takes;
    await send(message);
    expect(delivered).toHaveLength(1);
    expect(JSON.stringify(log.mock.calls)).not.toContain("12345678");
  });

  it("asks each provider as its documentation says", async () => {
    const asked: Request[] = [];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (to, init) => {
      asked.push(new Request(to as string, init));
      return new Response(null, { status: asked.length === 3 ? 500 : 201 });
    });
    const pass = deliverBy({
      TWILIO_ACCOUNT_SID: "AC1",
      TWILIO_AUTH_TOKEN: "token",
      TWILIO_FROM: "Mahfaza",
      RESEND_API_KEY: "re_1",
      MAIL_FROM: "no-reply@mahfaza.example",
    });
    const message = { id: "msg_2", to: "+967777000101", kind: "k", subject: "S", text: "T" };
    await pass({ ...message, channel: "phone" });
    await pass({ ...message, channel: "email", to: "a@example.com" });
    const [sms, mail] = asked;
    expect(sms?.url).toBe("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
    expect(sms?.headers.get("Authorization")).toBe(`Basic ${btoa("AC1:token")}`);
    expect(await sms?.text()).toBe("To=%2B967777000101&From=Mahfaza&Body=T");
    expect(mail?.headers.get("Idempotency-Key")).toBe("msg_2");
    expect(await mail?.json()).toMatchObject({ to: ["a@example.com"], subject: "S", text: "T" });
    await expect(pass({ ...message, channel: "phone" })).rejects.toThrow("answered 500");
  });

  it("builds as a Worker of its own", async () => {
    const config = "examples/message-receiver/wrangler.toml";
    const child = spawnWrangler(["deploy", "--dry-run", "--config", config], { stdio: "ignore" });
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });
});
