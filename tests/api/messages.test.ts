import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { MESSAGE_ROUNDS_MAX, MESSAGES_AT_ONCE } from "../../src/domain/bounds.ts";
import type { Email } from "../../src/domain/email.ts";
import { type MessageId, newId } from "../../src/domain/ids.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import worker from "../../src/index.ts";
import { createSender } from "../../src/senders/create-sender.ts";
import { serviceContext } from "../../src/services/context.ts";
import { putMessages } from "../../src/services/messages/put-messages.ts";
import { sealMessage } from "../../src/services/messages/seal-message.ts";
import { idOf, query } from "../database.ts";
import { messagesTo } from "../messages.ts";
import { api, newPhone, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { PRODUCTION } from "../production.ts";

const settings = env as unknown as Record<string, string>;

/** Writes a message without delivering it, as if the Worker had ended after the commit. */
async function putUndelivered(person: { user: { id: string } }, address: string, agoDays = 0) {
  const services = serviceContext(env, readConfig(env));
  const madeMs = Date.now() - agoDays * 86_400_000;
  const to = { channel: "phone", address: address as Phone } as const;
  const message = await sealMessage(services, to, { kind: "password_changed" });
  const owner = sql`(SELECT id FROM users WHERE id = ${idOf("usr", person.user.id)})`;
  const at = sql`${new Date(madeMs).toISOString()}::timestamptz`;
  await services.db.execute(putMessages([message], owner, at));
  return message.id;
}

async function runJob(cron: string): Promise<void> {
  await worker.scheduled(createScheduledController({ cron }), env);
}

const statusOf = async (id: MessageId) =>
  (await query<{ status: string }>(sql`SELECT status FROM messages WHERE id = ${id}`))[0]?.status;

describe("the job of every minute", () => {
  it("delivers undelivered messages up to the bound of one run, and the rest in the next run", async () => {
    const person = await registerPerson();
    const phone = newPhone();
    const most = MESSAGES_AT_ONCE * MESSAGE_ROUNDS_MAX;
    await Promise.all(Array.from({ length: most + 1 }, () => putUndelivered(person, phone)));
    const waiting = sql`SELECT count(*)::int AS messages FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)} AND status = 'waiting'`;
    await runJob("* * * * *");
    const [left] = await query<{ messages: number }>(waiting);
    // Undelivered messages of other tests may have been part of the same run.
    expect(left?.messages).toBeGreaterThanOrEqual(1);
    while ((await query<{ messages: number }>(waiting))[0]?.messages) await runJob("* * * * *");
    const ids = (await messagesTo(phone)).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([most + 1, most + 1]);
  });
});

describe("the nightly purge", () => {
  it("deletes messages that were delivered long ago and expired codes, nothing else", async () => {
    const person = await registerPerson();
    const id = idOf("usr", person.user.id);
    const [old, young, waiting] = [
      await putUndelivered(person, newPhone(), 8),
      await putUndelivered(person, newPhone(), 6),
      await putUndelivered(person, newPhone()),
    ];
    await query(sql`UPDATE messages SET status = 'delivered', sealed = NULL
      WHERE id IN (${old}, ${young})`);
    // Not due before this test is over.
    await query(sql`UPDATE messages SET due_at = now() + interval '1 day',
      created_at = now() - interval '8 days' WHERE id = ${waiting}`);
    await query(sql`INSERT INTO contact_codes
        (request_hash, user_id, purpose, channel, hash, created_at, expires_at)
      VALUES (sha256(${`${id} old`}::bytea), ${id}, 'verification', 'phone', sha256('a'), now(),
          now() - interval '1 second'),
        (sha256(${`${id} live`}::bytea), ${id}, 'password_reset', 'phone', sha256('a'), now(),
          now() + interval '1 minute')`);
    await runJob("17 3 * * *");
    expect(await statusOf(old)).toBeUndefined();
    expect(await statusOf(young)).toBe("delivered");
    expect(await statusOf(waiting)).toBe("waiting");
    const codes = await query(sql`SELECT purpose FROM contact_codes WHERE user_id = ${id}`);
    expect(codes).toEqual([{ purpose: "password_reset" }]);
  });
});

describe("sent messages", () => {
  it("are shown by no route of the Worker, in production or elsewhere", async () => {
    const production = { ...env, ...PRODUCTION };
    for (const path of ["/messages", "/outbox", "/v1/messages", "/v1/outbox", "/dev/outbox"]) {
      await expectProblem(api("GET", path), 404, "not_found");
      await expectProblem(createApp().request(path, {}, production), 404, "not_found");
    }
    const paths = createApp().routes.map(({ path }) => path);
    expect(paths.filter((path) => /outbox|message/.test(path))).toEqual([]);
  });
});

describe("the settings of messages", () => {
  const refusal = (changed: Record<string, string | undefined>) => () =>
    readConfig({ ...settings, ...changed } as unknown as Env);

  it("require https in production, so that codes are encrypted in transit", () => {
    const insecure = { ...PRODUCTION, MESSAGE_WEBHOOK_URL: "http://messages.example/send" };
    expect(refusal(insecure)).toThrow("MESSAGE_WEBHOOK_URL: codes travel by https only");
    expect(refusal(PRODUCTION)).not.toThrow();
  });

  it.each([
    ["MESSAGE_WEBHOOK_URL", undefined],
    ["MESSAGE_WEBHOOK_URL", "ftp://messages.example/send"],
    ["MESSAGE_WEBHOOK_SECRET", undefined],
    ["MESSAGE_WEBHOOK_SECRET", "whsec_c2hvcnQ="],
    ["MESSAGE_WEBHOOK_SECRET", `whsec_${"A".repeat(33)}`],
    ["CODE_KEY", "short"],
    ["SEALING_KEYS", "{}"],
    ["MAIL_FROM", "nobody"],
  ])("are refused with the name %s when it is %j", (name, value) => {
    expect(refusal({ [name]: value })).toThrow(name);
  });
});

describe("e-mail", () => {
  it("is accepted by Cloudflare's e-mail binding", async () => {
    // The local binding logs each e-mail, so this one contains no real address.
    const config = { ...readConfig(env), mailFrom: "no-reply@mahfaza.invalid" };
    const sender = createSender(env, config, Date.now);
    const id = newId("msg", Date.now());
    const to = { channel: "email", address: "amina@mail.invalid" as Email } as const;
    await sender.send({ id, to, content: { kind: "password_changed" } });
    expect(await messagesTo(to.address)).toEqual([]);
  });
});
