import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReceivedMessage } from "../../scripts/messages/arrival.ts";
import { ageOf } from "../../scripts/messages/page.ts";
import { type MessageReceiver, startMessageReceiver } from "../../scripts/messages.ts";
import { signatureHeaders } from "../../src/crypto/webhook-signature.ts";

const seen: ReceivedMessage[] = [];
let nowMs = Date.UTC(2026, 10, 28, 4, 41, 17);
let receiver: MessageReceiver;
beforeAll(async () => {
  receiver = await startMessageReceiver({
    nowMs: () => nowMs,
    onMessage: (message) => seen.push(message),
  });
});
afterAll(() => receiver.close());

const message = (id: string, to: string, text = "12345678 is your Mahfaza code.") =>
  JSON.stringify({ id, channel: "phone", to, kind: "verification_code", subject: "Code", text });

function post(id: string, body: string, secret = receiver.settings.MESSAGE_WEBHOOK_SECRET) {
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = signatureHeaders(secret, { id, timestamp, body });
  return fetch(receiver.settings.MESSAGE_WEBHOOK_URL, { method: "POST", headers, body });
}

const shown = async (to: string) => {
  const at = async (query: string) => {
    const answer = await fetch(`${receiver.settings.MESSAGE_WEBHOOK_URL}?to=${query}`);
    return ((await answer.json()) as { data: ReceivedMessage[] }).data;
  };
  const messages = await at(encodeURIComponent(to));
  // An unescaped plus finds the same.
  expect(await at(to)).toEqual(messages);
  return messages;
};

const pageAt = async (path: string) => (await fetch(`http://${receiver.address}${path}`)).text();
const idsIn = (page: string) => [...page.matchAll(/data-id="(\w+)"/g)].map(([, id]) => id);

describe("the message receiver of a developer's machine", () => {
  it("shows each message once, also after repeated deliveries", async () => {
    const body = message("msg_1", "+967771000001");
    expect((await post("msg_1", body)).status).toBe(204);
    expect((await post("msg_1", body)).status).toBe(204);
    expect(await shown("+967771000001")).toEqual([JSON.parse(body)]);
    expect(await shown("+967771000002")).toEqual([]);
    expect(seen.filter(({ id }) => id === "msg_1")).toHaveLength(1);
    expect(await pageAt("/")).toContain("12345678");
  });

  it("refuses a message that is not signed with this run's secret", async () => {
    const body = message("msg_2", "+967771000003");
    const other = `whsec_${Buffer.alloc(32, "x").toString("base64")}`;
    expect((await post("msg_2", body, other)).status).toBe(401);
    const { MESSAGE_WEBHOOK_URL: url } = receiver.settings;
    expect((await fetch(url, { method: "POST", body })).status).toBe(401);
    expect(await shown("+967771000003")).toEqual([]);
  });

  it("escapes the text, the subject and the recipient of a message", async () => {
    const text = `<script>alert("x")</script>`;
    const body = { ...JSON.parse(message("msg_3", "", text)), to: `"><b>`, subject: `<i>` };
    await post("msg_3", JSON.stringify(body));
    const page = await pageAt("/");
    expect(page).not.toMatch(/<[bi]>/);
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script&gt;");
  });

  it("refuses a request by another host name, so that no other page can read it", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const [host, port] = receiver.address.split(":");
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

describe("the messages page", () => {
  it("says for whom there is no message yet", async () => {
    expect(await pageAt("/?to=%2B967771000009")).toContain("No message to +967771000009 yet.");
  });

  it("shows the newest first, with its exact time and its age", async () => {
    const to = "+967771000005";
    await post("msg_5", message("msg_5", to));
    nowMs += 125_000;
    await post("msg_6", message("msg_6", to));
    const page = await pageAt(`/?to=${to}`);
    expect(idsIn(page)).toEqual(["msg_6", "msg_5"]);
    expect(page).toContain("2 messages to +967771000005, the newest first.");
    const [newer = "", older = ""] = page.split("<article").slice(1);
    expect(newer).toContain("just now");
    expect(newer).toContain("2026-11-28 04:43:22 UTC");
    expect(older).toContain("2 minutes ago");
    expect(older).toContain('datetime="2026-11-28T04:41:17.000Z"');
  });

  it("filters by recipient, and offers every recipient", async () => {
    await post("msg_7", message("msg_7", "amina@example.com"));
    const page = await pageAt("/?to=amina@example.com");
    expect(idsIn(page)).toEqual(["msg_7"]);
    expect(page).toMatch(/<option value="amina@example.com" selected>/);
    expect(page).toMatch(/<option value="\+967771000001">/);
    expect(idsIn(await pageAt("/?to="))).toContain("msg_1");
  });

  it("offers a code for copying, and none where there is no code", async () => {
    await post("msg_8", message("msg_8", "+967771000006", "Your password has changed."));
    expect(await pageAt("/?to=+967771000001")).toContain('data-code="12345678"');
    expect(await pageAt("/?to=+967771000006")).not.toContain("data-code");
  });

  it("loads its own files alone, under a policy that allows no others", async () => {
    const response = await fetch(`http://${receiver.address}/`);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const files = [...(await response.text()).matchAll(/(?:src|href)="(\/page[^"]+)"/g)];
    expect(files.map(([, file]) => file)).toEqual(["/page.svg", "/page.css", "/page.js"]);
    for (const [, file] of files) {
      expect((await fetch(`http://${receiver.address}${file}`)).status).toBe(200);
    }
  });
});

describe("an age in words", () => {
  it.each([
    [-5, "just now"],
    [9_999, "just now"],
    [10_000, "10 seconds ago"],
    [60_000, "1 minute ago"],
    [3_600_000, "1 hour ago"],
    [86_400_000 * 2, "2 days ago"],
  ])("of %i ms is %j", (ageMs, words) => expect(ageOf(ageMs)).toBe(words));
});
