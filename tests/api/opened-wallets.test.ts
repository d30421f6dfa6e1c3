import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp, connectSocket } from "../../src/db/connect.ts";
import {
  ATTEMPTS_FREE,
  WALLETS_EVER_PER_USER_MAX,
  WALLETS_OPENED_FOR_RECIPIENTS_SHARE,
  WALLETS_PER_USER_MAX,
} from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { recipientCounterKey } from "../../src/services/money/recipient-counter.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { jsonOf, newPhone, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { callerOf } from "../services.ts";
import { post, read } from "./as-person.ts";

const config = readConfig(env);
afterEach(() => proveLedger(connectHttp(config)));

const app = createApp();
const SETTINGS = { OPENS_WALLETS_FOR_RECIPIENTS: "yes" };

/** A request to a deployment with these settings. */
const send = (
  person: Person,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
  settings: object = SETTINGS,
) =>
  app.request(
    path,
    {
      method: "POST",
      headers: {
        Authorization: `Bearer ${person.accessToken}`,
        "Content-Type": "application/json",
        ...headers,
      },
      body: JSON.stringify(body),
    },
    { ...env, ...settings },
  );
const DRY_RUN = { Prefer: "dry-run" };
const closed = { OPENS_WALLETS_FOR_RECIPIENTS: "no" };
const pay = (payer: Person, to_phone: string, currency: string, ...more: [object?, object?]) =>
  send(payer, "/v1/transfers", { amount: "1.00", currency, to_phone }, more[0] as never, more[1]);
const check = (payer: Person, phone: string) => send(payer, "/v1/recipients/check", { phone });
const walletsOf = async (person: Person): Promise<Record<string, unknown>[]> =>
  (await read(person, "/v1/wallets")).data;
const forget = (person: Person) =>
  query(sql`DELETE FROM throttle_counters
    WHERE key = decode(${recipientCounterKey({ config }, callerOf(person))}, 'hex')`);
const insertWallets = (person: Person, count: number, status: "active" | "closed") =>
  query(sql`INSERT INTO wallets (id, owner_id, currency, status, created_at)
    SELECT gen_random_uuid(), ${idOf("usr", person.user.id)}, 'EUR', ${status}, now()
    FROM generate_series(1, ${count})`);

/** Somebody with money in dollars, pounds and francs. */
async function funded(): Promise<Person> {
  const person = await registerPerson();
  for (const currency of ["USD", "GBP", "CHF"]) {
    await post(person, "/v1/wallets", { currency });
    await post(person, "/v1/deposits", { amount: "50.00", currency });
  }
  return person;
}

let payer: Person;
let other: Person;
beforeAll(async () => {
  [payer, other] = [await funded(), await funded()];
});

describe("a transfer to a phone whose holder has no wallet in its currency", () => {
  it("opens the default wallet of the currency in the same commit, where the setting says so", async () => {
    const payee = await registerPerson();
    expect(await jsonOf(check(payer, payee.phone))).toMatchObject({
      currencies: ["YEM"],
      opens_wallets: true,
    });
    const preview = await pay(payer, payee.phone, "USD", DRY_RUN);
    expect(preview.status).toBe(200);
    expect(await jsonOf(preview)).toMatchObject({ status: "success", to_wallet: null });
    expect(await walletsOf(payee)).toHaveLength(1);
    const key = { "Idempotency-Key": crypto.randomUUID() };
    const paid = await pay(payer, payee.phone, "USD", key);
    expect(paid.status).toBe(201);
    const transaction = await jsonOf(paid);
    const [, dollars] = await walletsOf(payee);
    expect(dollars).toMatchObject({
      id: transaction.to_wallet,
      currency: "USD",
      balance: "1.00",
      is_default: true,
      status: "active",
      label: null,
    });
    expect(await jsonOf(pay(payer, payee.phone, "USD", key))).toEqual(transaction);
    expect((await auditEvents(payee.user.id)).at(-1)).toEqual({
      type: "wallet_opened",
      details: { is_default: "true" },
    });
    const [event] = (await read(payee, "/v1/users/me/audit-events?limit=1")).data;
    expect(event).toMatchObject({ actor: "service", wallet_id: transaction.to_wallet });
    // It is a wallet like others: it receives the next one, pays, and is closed.
    expect((await jsonOf(pay(other, payee.phone, "USD"))).to_wallet).toBe(transaction.to_wallet);
    await post(payee, "/v1/transfers", { amount: "2.00", currency: "USD", to_phone: payer.phone });
    expect((await send(payee, `/v1/wallets/${transaction.to_wallet}/close`, {})).status).toBe(200);
    const again = await jsonOf(pay(payer, payee.phone, "USD"));
    expect(again.to_wallet).not.toBe(transaction.to_wallet);
  });

  it("opens one wallet for twenty payers at the same time, and every payment arrives", async () => {
    const payee = await registerPerson();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => pay(i % 2 ? payer : other, payee.phone, "GBP")),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const [, ...opened] = await walletsOf(payee);
    expect(opened).toMatchObject([{ currency: "GBP", balance: "20.00", is_default: true }]);
    const events = (await auditEvents(payee.user.id)).filter(
      ({ type }) => type === "wallet_opened",
    );
    expect(events).toHaveLength(1);
  });

  it("opens one wallet when the holder opens it at the same time", async () => {
    for (let round = 0; round < 3; round++) {
      const payee = await registerPerson();
      const [opened, paid] = await Promise.all([
        send(payee, "/v1/wallets", { currency: "CHF" }),
        pay(payer, payee.phone, "CHF"),
      ]);
      expect([opened.status, paid.status]).toEqual([201, 201]);
      const francs = (await walletsOf(payee)).filter(({ currency }) => currency === "CHF");
      expect(francs.filter(({ is_default }) => is_default)).toHaveLength(1);
      expect((await jsonOf(paid)).to_wallet).toBe(francs.find((one) => one.is_default)?.id);
    }
  });

  it("waits for a change of the holder's wallets that has not committed", async () => {
    const payee = await registerPerson();
    const connection = await connectSocket(config);
    const answer = await connection.db.transaction(async (tx) => {
      await tx.execute(sql`SELECT FROM users WHERE id = ${idOf("usr", payee.user.id)}
        FOR NO KEY UPDATE`);
      const paying = pay(payer, payee.phone, "USD");
      await tx.execute(sql`SELECT pg_sleep(0.3)`);
      expect(await walletsOf(payee)).toHaveLength(1);
      return { paying };
    });
    await connection.close();
    expect((await answer.paying).status).toBe(201);
    expect(await walletsOf(payee)).toHaveLength(2);
  });

  it("opens none for somebody whom the check does not find, with the answer for unknown phones", async () => {
    await forget(payer);
    const payee = await registerPerson();
    const change = (values: ReturnType<typeof sql>) =>
      query(sql`UPDATE wallets SET ${values} WHERE id = ${idOf("wal", payee.wallet.id)}`);
    const problems = [];
    problems.push(await expectProblem(pay(payer, newPhone(), "USD"), 404, "recipient_not_found"));
    await change(sql`status = 'frozen', freeze_reason = 'legal_order'`);
    const frozen = () => pay(payer, payee.phone, "USD");
    problems.push(await expectProblem(frozen(), 404, "recipient_not_found"));
    await expectProblem(check(payer, payee.phone), 404, "recipient_not_found");
    await change(sql`status = 'active', freeze_reason = NULL`);
    const production = { ...SETTINGS, PAYMENTS_TO_UNVERIFIED_PHONES: "no" };
    const unverified = () => pay(payer, payee.phone, "USD", {}, production);
    problems.push(await expectProblem(unverified(), 404, "recipient_not_found"));
    for (const { transaction: _, request_id: __, ...problem } of problems) {
      const { transaction: ___, request_id: ____, ...first } = problems[0];
      expect(problem).toEqual(first);
    }
    expect(await walletsOf(payee)).toHaveLength(1);
    await forget(payer);
    await verify(payee, "phone");
    expect((await unverified()).status).toBe(201);
  });

  it("opens no more than a share of what the holder may have", async () => {
    const payee = await registerPerson();
    const [open, ever] = [WALLETS_PER_USER_MAX, WALLETS_EVER_PER_USER_MAX].map((max) =>
      Math.floor(max / WALLETS_OPENED_FOR_RECIPIENTS_SHARE),
    ) as [number, number];
    await insertWallets(payee, open - 2, "active");
    expect((await pay(payer, payee.phone, "USD")).status).toBe(201);
    expect(await jsonOf(check(payer, payee.phone))).toMatchObject({ opens_wallets: false });
    const refused = await expectProblem(pay(payer, payee.phone, "GBP"), 404, "recipient_not_found");
    expect(refused.currencies).toEqual(["USD", "YEM"]);
    await query(sql`UPDATE wallets SET status = 'closed'
      WHERE owner_id = ${idOf("usr", payee.user.id)} AND currency = 'EUR'`);
    await insertWallets(payee, ever - open - 1, "closed");
    expect((await pay(payer, payee.phone, "GBP")).status).toBe(201);
    await expectProblem(pay(payer, payee.phone, "CHF"), 404, "recipient_not_found");
    expect((await send(payee, "/v1/wallets", { currency: "CHF" })).status).toBe(201);
    await forget(payer);
  });

  it("opens none for the payer, for a wallet named by id, or without the money", async () => {
    const payee = await registerPerson();
    await expectProblem(pay(payer, payer.phone, "USD"), 422, "same_wallet");
    const francs = { amount: "1.00", currency: "USD", to_wallet_id: payee.wallet.id };
    await expectProblem(send(payer, "/v1/transfers", francs), 422, "currency_mismatch");
    const rich = { amount: "5000.00", currency: "USD", to_phone: payee.phone };
    await expectProblem(send(payer, "/v1/transfers", rich), 422, "insufficient_funds");
    expect(await walletsOf(payee)).toHaveLength(1);
  });

  it("is refused without the setting, and is told the other currencies as the check would tell them", async () => {
    await forget(payer);
    const payee = await registerPerson();
    const refuse = (...more: [object?]) => pay(payer, payee.phone, "USD", more[0], closed);
    const preview = await expectProblem(refuse(DRY_RUN), 404, "recipient_not_found");
    expect(preview).toMatchObject({ currencies: ["YEM"], preview: { to_wallet: null } });
    const key = { "Idempotency-Key": crypto.randomUUID() };
    const problem = await expectProblem(refuse(key), 404, "recipient_not_found");
    expect(problem).toMatchObject({
      currencies: ["YEM"],
      detail: expect.stringContaining("currencies"),
      transaction: { failure_code: "recipient_not_found", to_wallet: null },
    });
    // A replay is not counted, so it tells none.
    expect(
      (await expectProblem(refuse(key), 404, "recipient_not_found")).currencies,
    ).toBeUndefined();
    for (let i = 2; i < ATTEMPTS_FREE; i++) {
      const unknown = pay(payer, newPhone(), "USD", {}, closed);
      expect((await expectProblem(unknown, 404, "recipient_not_found")).currencies).toBeUndefined();
    }
    const waiting = await expectProblem(refuse(), 429, "too_many_attempts");
    expect(waiting.currencies).toBeUndefined();
    expect(await walletsOf(payee)).toHaveLength(1);
    await forget(payer);
  });

  it("takes no other value of the setting", () => {
    expect(() => readConfig({ ...env, OPENS_WALLETS_FOR_RECIPIENTS: "maybe" as never })).toThrow(
      /OPENS_WALLETS_FOR_RECIPIENTS/,
    );
  });
});
