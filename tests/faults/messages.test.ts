import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  CODE_TTL_SECONDS,
  MESSAGE_ATTEMPTS_MAX,
  MESSAGE_RETRY_SECONDS,
  MESSAGE_RETRY_SECONDS_MAX,
  MESSAGES_AT_ONCE,
  NOTICE_TTL_SECONDS,
  SENDING_SECONDS_MAX,
} from "../../src/domain/bounds.ts";
import { unixMs } from "../../src/domain/instant.ts";
import type { MessageContent } from "../../src/domain/message.ts";
import type { Phone } from "../../src/domain/phone.ts";
import type { Config } from "../../src/env.ts";
import { webhookSender } from "../../src/senders/webhook-sender.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { claimMessages } from "../../src/services/messages/claim-messages.ts";
import { deliverMessages } from "../../src/services/messages/deliver-messages.ts";
import { putMessages } from "../../src/services/messages/put-messages.ts";
import { type SealedMessage, sealMessage } from "../../src/services/messages/seal-message.ts";
import { openLedgerDatabase } from "./ledger-database.ts";
import { openGateway, type Posted, type Reply } from "./message-gateway.ts";

// Far in the future, so that no job of another test claims or deletes these messages.
const START_MS = Date.UTC(2100, 0, 1);
const SECRET = `whsec_${Buffer.alloc(32, "m").toString("base64")}`;
const KEYS = [
  { kid: "test", k: Buffer.alloc(32, "s").toString("base64url"), kty: "oct", alg: "A256GCM" },
] as const;
const CODE: MessageContent = { kind: "verification_code", code: "12345678" };
const NOTICE: MessageContent = { kind: "password_changed" };
const TAKEN: Reply = { status: 204 };
const DOWN: Reply = { status: 503 };

let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
beforeAll(async () => {
  ledger = await openLedgerDatabase();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.useRealTimers());
afterAll(() => ledger.close());

/** A gateway and services that send to it; the test sets their clock, in seconds after START_MS. */
async function setUp(reply: (posted: Posted) => Reply) {
  const gateway = await openGateway(reply);
  const { databaseUrl, gateway: databaseGateway } = ledger;
  const address = { databaseUrl, databaseGateway };
  const settings = { messageWebhookUrl: gateway.url, messageWebhookSecret: SECRET };
  const config = { ...address, ...settings, sealingKeys: KEYS } as unknown as Config;
  const db = connectHttp(config);
  const at = (seconds: number) => {
    const nowMs = () => unixMs(START_MS + seconds * 1_000);
    return { config, db, nowMs, sender: webhookSender(settings, nowMs) } as ServiceContext;
  };
  const person = await ledger.person();
  const put = async (content: MessageContent): Promise<SealedMessage> => {
    const to = { channel: "phone", address: "+967771234567" as Phone } as const;
    const message = await sealMessage(at(0), to, content);
    const createdAt = sql`${new Date(START_MS).toISOString()}::timestamptz`;
    const owner = sql`(SELECT id FROM users WHERE id = ${person.userId})`;
    await db.execute(putMessages([message], owner, createdAt));
    return message;
  };
  const row = async ({ id }: SealedMessage) => {
    const columns = "status, attempts, sealed IS NOT NULL AS is_sealed";
    const { rows } = await ledger.db.query(`SELECT ${columns} FROM messages WHERE id = $1`, [id]);
    return rows[0];
  };
  const deliver = (seconds: number, ...messages: SealedMessage[]) =>
    deliverMessages(
      at(seconds),
      messages.map(({ id }) => id),
    );
  return { ...gateway, at, put, row, deliver };
}

describe("a waiting message", () => {
  it("is posted once, signed as in Standard Webhooks, and its content is erased", async () => {
    const { put, row, deliver, posted, close } = await setUp(() => TAKEN);
    const message = await put(CODE);
    expect(await deliver(0, message)).toBe(1);
    expect(await row(message)).toEqual({ status: "delivered", attempts: 1, is_sealed: false });
    expect(await deliver(3_600, message)).toBe(0);
    expect(posted).toHaveLength(1);
    const { headers, body } = posted[0] as Posted;
    expect(headers["content-type"]).toBe("application/json");
    expect(JSON.parse(body)).toEqual({
      id: headers["webhook-id"],
      channel: "phone",
      to: "+967771234567",
      kind: "verification_code",
      subject: "Your Mahfaza code",
      text: expect.stringContaining("12345678"),
    });
    // Verified with the library of the standard, at the time of the message.
    vi.useFakeTimers({ now: START_MS, toFake: ["Date"] });
    const signed = headers as Record<string, string>;
    expect(new Webhook(SECRET).verify(body, signed)).toMatchObject({ channel: "phone" });
    expect(() => new Webhook(SECRET).verify(body.replace("1234", "4321"), signed)).toThrow();
    const other = `whsec_${Buffer.alloc(32, "x").toString("base64")}`;
    expect(() => new Webhook(other).verify(body, signed)).toThrow();
    vi.setSystemTime(START_MS + 6 * 60_000);
    expect(() => new Webhook(SECRET).verify(body, signed)).toThrow(/too old/);
    await close();
  });

  it("is retried while the gateway fails, with a wait that doubles each time", async () => {
    let reply = DOWN;
    const { put, row, deliver, posted, close } = await setUp(() => reply);
    const message = await put(NOTICE);
    await deliver(0, message);
    expect(await row(message)).toEqual({ status: "waiting", attempts: 1, is_sealed: true });
    let due = MESSAGE_RETRY_SECONDS;
    expect(await deliver(due - 1, message)).toBe(0);
    expect(await deliver(due, message)).toBe(1);
    due += 2 * MESSAGE_RETRY_SECONDS;
    expect(await deliver(due - 1, message)).toBe(0);
    reply = TAKEN;
    expect(await deliver(due, message)).toBe(1);
    expect(await row(message)).toEqual({ status: "delivered", attempts: 3, is_sealed: false });
    const ids = new Set(posted.map(({ headers }) => headers["webhook-id"]));
    expect([posted.length, ids.size]).toEqual([3, 1]);
    await close();
  });

  it("is given up and erased after MESSAGE_ATTEMPTS_MAX attempts", async () => {
    const { put, row, deliver, posted, close } = await setUp(() => DOWN);
    const message = await put(NOTICE);
    let seconds = 0;
    for (let tries = 0; tries < MESSAGE_ATTEMPTS_MAX; tries++) {
      expect(await deliver(seconds, message)).toBe(1);
      seconds += Math.min(MESSAGE_RETRY_SECONDS * 2 ** tries, MESSAGE_RETRY_SECONDS_MAX);
    }
    expect(await row(message)).toMatchObject({ status: "waiting", is_sealed: true });
    expect(await deliver(seconds - 1, message)).toBe(0);
    await deliver(seconds, message);
    expect(await row(message)).toEqual({
      status: "given_up",
      attempts: MESSAGE_ATTEMPTS_MAX,
      is_sealed: false,
    });
    expect(await deliver(seconds + MESSAGE_RETRY_SECONDS_MAX, message)).toBe(0);
    expect(posted).toHaveLength(MESSAGE_ATTEMPTS_MAX);
    await close();
  });

  it.each([
    ["a code", CODE, CODE_TTL_SECONDS],
    ["a notice", NOTICE, NOTICE_TTL_SECONDS],
  ])("(%s) is sent until it expires, and not after", async (_title, content, ttlSeconds) => {
    const { put, row, deliver, posted, close } = await setUp(() => TAKEN);
    const [inTime, tooLate] = [await put(content), await put(content)];
    await deliver(ttlSeconds - 1, inTime);
    await deliver(ttlSeconds, tooLate);
    expect(posted).toHaveLength(1);
    expect(await row(tooLate)).toEqual({ status: "given_up", attempts: 0, is_sealed: false });
    await close();
  });

  it("is retried if the process that claimed it ended before it sent it", async () => {
    const { put, at, deliver, posted, close } = await setUp(() => TAKEN);
    const message = await put(CODE);
    expect(await claimMessages(at(0), [message.id])).toHaveLength(1);
    expect(await deliver(MESSAGE_RETRY_SECONDS - 1, message)).toBe(0);
    expect(await deliver(MESSAGE_RETRY_SECONDS, message)).toBe(1);
    expect(posted).toHaveLength(1);
    await close();
  });

  it("is posted once by parallel deliveries, each of which sends MESSAGES_AT_ONCE at most", async () => {
    const { put, deliver, posted, close } = await setUp(() => TAKEN);
    const messages = await Promise.all(Array.from({ length: 12 }, () => put(CODE)));
    expect(await deliver(0, ...messages)).toBe(MESSAGES_AT_ONCE);
    const taken = await Promise.all([1, 2, 3, 4].map(() => deliver(0, ...messages)));
    for (const count of taken) expect(count).toBeLessThanOrEqual(MESSAGES_AT_ONCE);
    while ((await deliver(0, ...messages)) > 0);
    const ids = posted.map(({ headers }) => headers["webhook-id"]);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    await close();
  });

  it.each([
    ["refuses it", { status: 401 }],
    ["redirects it", { status: 302, headers: { Location: "/elsewhere" } }],
    ["is overloaded", { status: 429 }],
  ])("remains waiting if the gateway %s", async (_title, reply) => {
    const { put, row, deliver, posted, close } = await setUp(() => reply);
    const message = await put(CODE);
    await deliver(0, message);
    expect(await row(message)).toMatchObject({ status: "waiting", is_sealed: true });
    expect(posted.map(({ path }) => path)).toEqual(["/send"]);
    await close();
  });

  it("remains waiting if the gateway does not respond in time, or cannot be reached", async () => {
    const { put, row, deliver, close } = await setUp(() => null);
    const message = await put(CODE);
    const start = performance.now();
    await deliver(0, message);
    expect(performance.now() - start).toBeGreaterThan(SENDING_SECONDS_MAX * 1_000 - 50);
    await close();
    await deliver(MESSAGE_RETRY_SECONDS, message);
    expect(await row(message)).toMatchObject({ status: "waiting", attempts: 2 });
  });

  it("cannot be decrypted in the row of another message", async () => {
    const { put, row, deliver, posted, close } = await setUp(() => TAKEN);
    const [mine, other] = [await put(CODE), await put(CODE)];
    const copy = "UPDATE messages SET sealed = $2 WHERE id = $1";
    await ledger.db.query(copy, [other.id, mine.sealed]);
    await deliver(0, other);
    expect(posted).toEqual([]);
    expect(await row(other)).toMatchObject({ status: "waiting", attempts: 1 });
    await close();
  });

  it("is logged without address and code if it is not delivered", async () => {
    const { put, deliver, close } = await setUp(() => DOWN);
    const log = vi.mocked(console.warn);
    log.mockClear();
    await deliver(0, await put(CODE));
    const [line = ""] = log.mock.calls.flat() as string[];
    expect(JSON.parse(line)).toMatchObject({
      event: "message_not_delivered",
      kind: "verification_code",
      attempts: 1,
      fault: "Error: the gateway answered 503",
    });
    expect(line).not.toMatch(/12345678|771234567/);
    await close();
  });
});
