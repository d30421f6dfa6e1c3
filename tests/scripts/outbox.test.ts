import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outbox, type OutboxMessage, startOutbox } from "../../scripts/outbox.ts";
import { signatureHeaders } from "../../src/crypto/webhook-signature.ts";

const seen: OutboxMessage[] = [];
let outbox: Outbox;
beforeAll(async () => {
  outbox = await startOutbox({ onMessage: (message) => seen.push(message) });
});
afterAll(() => outbox.close());

const message = (id: string, to: string, text = "12345678 is your Mahfaza code.") =>
  JSON.stringify({ id, channel: "phone", to, kind: "verification_code", subject: "Code", text });

function post(id: string, body: string, secret = outbox.settings.MESSAGE_WEBHOOK_SECRET) {
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = signatureHeaders(secret, { id, timestamp, body });
  return fetch(outbox.settings.MESSAGE_WEBHOOK_URL, { method: "POST", headers, body });
}

const shown = async (to: string) => {
  const at = async (query: string) => {
    const answer = await fetch(`${outbox.settings.MESSAGE_WEBHOOK_URL}?to=${query}`);
    return ((await answer.json()) as { data: OutboxMessage[] }).data;
  };
  const messages = await at(encodeURIComponent(to));
  // Whoever does not escape the plus finds the same.
  expect(await at(to)).toEqual(messages);
  return messages;
};

describe("the outbox of a developer's machine", () => {
  it("shows each message once, however often it came", async () => {
    const body = message("msg_1", "+967771000001");
    expect((await post("msg_1", body)).status).toBe(204);
    expect((await post("msg_1", body)).status).toBe(204);
    expect(await shown("+967771000001")).toEqual([JSON.parse(body)]);
    expect(await shown("+967771000002")).toEqual([]);
    expect(seen.filter(({ id }) => id === "msg_1")).toHaveLength(1);
    const page = await (await fetch(`http://${outbox.address}/`)).text();
    expect(page).toContain("12345678");
  });

  it("takes nothing that is not signed with this run's secret", async () => {
    const body = message("msg_2", "+967771000003");
    const other = `whsec_${Buffer.alloc(32, "x").toString("base64")}`;
    expect((await post("msg_2", body, other)).status).toBe(401);
    const { MESSAGE_WEBHOOK_URL: url } = outbox.settings;
    expect((await fetch(url, { method: "POST", body })).status).toBe(401);
    expect(await shown("+967771000003")).toEqual([]);
  });

  it("shows a message as text, whatever it holds", async () => {
    const text = `<script>alert("x")</script>`;
    await post("msg_3", message("msg_3", "+967771000004", text));
    const page = await (await fetch(`http://${outbox.address}/`)).text();
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script&gt;");
  });

  it("is shown to no page that reaches it by another name", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const [host, port] = outbox.address.split(":");
      const headers = { Host: "rebound.example" };
      request({ host, port, path: "/messages", headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
