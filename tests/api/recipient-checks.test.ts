import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  ATTEMPTS_FREE,
  BALANCE_MINOR_MAX,
  RECIPIENT_CHECKS_PER_DAY,
} from "../../src/domain/bounds.ts";
import { perUserAttempt } from "../../src/domain/throttle.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { countersOf } from "../../src/services/identity/throttle/attempt-counters.ts";
import { recipientCounterKey } from "../../src/services/money/recipient-counter.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, newPhone, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf } from "../services.ts";
import { post } from "./as-person.ts";

const config = readConfig(env);
const check = ({ accessToken: token }: Person, body: unknown) =>
  api("POST", "/v1/recipients/check", { token, body });
const byPhone = (payer: Person, phone: string) => check(payer, { phone });
const byWallet = (payer: Person, wallet_id: string) => check(payer, { wallet_id });
const UNKNOWN_WALLET = "wal_01h455vb4pex5vsknk084sn02q";

const counterOf = async (key: string) => {
  const [row] = await query<{ tries: number }>(sql`SELECT tries FROM throttle_counters
    WHERE key = decode(${key}, 'hex')`);
  return row?.tries ?? 0;
};
const unknownKey = (person: Person) => recipientCounterKey({ config }, callerOf(person));
const dailyKey = (person: Person) =>
  countersOf({ config }, perUserAttempt(callerOf(person).userId, "recipient_check"))[0].key;
const setCounter = (key: string, tries: number) =>
  query(sql`INSERT INTO throttle_counters (key, tries, counted_at)
    VALUES (decode(${key}, 'hex'), ${tries}, now())
    ON CONFLICT (key) DO UPDATE SET tries = ${tries}, counted_at = now(), admits_at = NULL`);
const forget = async (person: Person) => {
  await setCounter(unknownKey(person), 0);
  await setCounter(dailyKey(person), 0);
};
const change = (walletId: string, values: ReturnType<typeof sql>) =>
  query(sql`UPDATE wallets SET ${values} WHERE id = ${idOf("wal", walletId)}`);

/** The answer of a deployment with another setting. */
const at = (setting: "yes" | "no", payer: Person, body: unknown) =>
  createApp().request(
    "/v1/recipients/check",
    {
      method: "POST",
      headers: { Authorization: `Bearer ${payer.accessToken}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    },
    { ...env, PAYMENTS_TO_UNVERIFIED_PHONES: setting },
  );

let payer: Person;
let payee: Person;
let dollars: string;
beforeAll(async () => {
  payer = await registerPerson("Amina Saleh");
  payee = await registerPerson("بلال ناصر");
  dollars = (await post(payee, "/v1/wallets", { currency: "USD" })).id;
});
beforeEach(() => Promise.all([forget(payer), forget(payee)]));

describe("POST /v1/recipients/check", () => {
  it("shows a masked name, whether the phone is verified, and the currencies of a phone", async () => {
    const other = (await post(payee, "/v1/wallets", { currency: "USD" })).id;
    const answer = await byPhone(payer, payee.phone);
    expect(answer.status).toBe(200);
    expect(await jsonOf(answer)).toEqual({
      name: "ب*** ن***",
      is_verified: false,
      currencies: ["USD", "YEM"],
      opens_wallets: false,
    });
    await verify(payee, "phone");
    expect(await jsonOf(byPhone(payer, payee.phone))).toMatchObject({ is_verified: true });
    expect(await jsonOf(byWallet(payer, other))).toMatchObject({ currencies: ["USD"] });
  });

  it("reads a phone as transfers do", async () => {
    expect((await byPhone(payer, ` ${payee.phone.replace("+967", "0")} `)).status).toBe(200);
    await expectProblem(byPhone(payer, "12"), 400, "invalid_request", "/phone");
  });

  it.each([
    {},
    { phone: "+967771234567", wallet_id: UNKNOWN_WALLET },
    { wallet_id: "wal_x" },
    { name: "A" },
    [],
  ])("refuses %j, and counts nothing", async (body) => {
    await forget(payer);
    await expectProblem(check(payer, body), 400, "invalid_request");
    expect(await counterOf(dailyKey(payer))).toBe(0);
  });

  it("has one answer for every recipient who cannot be paid, and each counts as unknown", async () => {
    const { user, wallet } = payee;
    const frozen = sql`status = 'frozen', freeze_reason = 'legal_order'`;
    const active = sql`status = 'active', freeze_reason = NULL, is_default = true, balance = 0`;
    const reasons: [string, ReturnType<typeof sql>][] = [
      ["frozen", frozen],
      ["frozen for credits", sql`${frozen}, freeze_scope = 'credits'`],
      ["closed", sql`status = 'closed', is_default = false`],
      ["full", sql`balance = ${`${BALANCE_MINOR_MAX}`}::bigint`],
    ];
    const answers = [];
    for (const request of [{ phone: newPhone() }, { wallet_id: UNKNOWN_WALLET }]) {
      answers.push(await expectProblem(check(payer, request), 404, "recipient_not_found"));
    }
    await change(dollars, sql`status = 'closed', is_default = false`);
    for (const [, values] of reasons) {
      await forget(payer);
      await change(wallet.id, values);
      for (const request of [{ phone: payee.phone }, { wallet_id: wallet.id }]) {
        answers.push(await expectProblem(check(payer, request), 404, "recipient_not_found"));
      }
      expect(await counterOf(unknownKey(payer))).toBe(2);
      await change(wallet.id, active);
    }
    const unverified = sql`UPDATE users SET phone_verified_at = NULL WHERE id = ${idOf("usr", user.id)}`;
    await query(unverified);
    answers.push(
      await expectProblem(at("no", payer, { phone: payee.phone }), 404, "recipient_not_found"),
    );
    expect(
      new Set(answers.map((answer) => JSON.stringify({ ...answer, request_id: "" }))).size,
    ).toBe(1);
    expect(JSON.stringify(answers)).not.toMatch(/frozen|closed|limit|verified/);
    // The id was given by its holder: a transfer to it arrives, too.
    expect((await at("no", payer, { wallet_id: wallet.id })).status).toBe(200);
    expect((await at("no", payee, { phone: payee.phone })).status).toBe(200);
    await change(dollars, sql`status = 'active', is_default = true`);
  });

  it("shows a wallet that is frozen for debits only, and a suspended person, as a transfer reaches them", async () => {
    const { wallet, user } = payee;
    await change(
      wallet.id,
      sql`status = 'frozen', freeze_reason = 'legal_order', freeze_scope = 'debits'`,
    );
    await query(sql`UPDATE users SET suspended_at = now(), suspension_reason = 'investigation'
      WHERE id = ${idOf("usr", user.id)}`);
    const answer = await jsonOf(byPhone(payer, payee.phone));
    expect(answer.currencies).toEqual(["USD", "YEM"]);
    await expectProblem(byPhone(payee, payer.phone), 403, "account_suspended");
    expect(await counterOf(dailyKey(payee))).toBe(0);
    await query(sql`UPDATE users SET suspended_at = NULL, suspension_reason = NULL
      WHERE id = ${idOf("usr", user.id)}`);
    await change(wallet.id, sql`status = 'active', freeze_reason = NULL`);
  });

  it("makes known recipients wait, too, after unknown ones, which transfers and checks count together", async () => {
    await post(payer, "/v1/deposits", { amount: "9.00" });
    const pay = (to_phone: string) =>
      api("POST", "/v1/transfers", {
        token: payer.accessToken,
        body: { amount: "1.00", to_phone },
      });
    await expectProblem(pay(newPhone()), 404, "recipient_not_found");
    for (let i = 1; i < ATTEMPTS_FREE; i++) {
      await expectProblem(byPhone(payer, newPhone()), 404, "recipient_not_found");
    }
    const waiting = await byPhone(payer, payee.phone);
    expect(Number(waiting.headers.get("Retry-After"))).toBeGreaterThan(0);
    await expectProblem(waiting, 429, "too_many_attempts");
    await expectProblem(byPhone(payer, newPhone()), 429, "too_many_attempts");
    await expectProblem(pay(payee.phone), 429, "too_many_attempts");
    // A refused check is not counted.
    expect(await counterOf(unknownKey(payer))).toBe(ATTEMPTS_FREE);
    expect(await counterOf(dailyKey(payer))).toBe(ATTEMPTS_FREE - 1);
    await forget(payer);
    expect((await byPhone(payer, payee.phone)).status).toBe(200);
    expect(await counterOf(unknownKey(payer))).toBe(0);
  });

  it(`allows ${RECIPIENT_CHECKS_PER_DAY} known recipients in a day, also in parallel`, async () => {
    await setCounter(dailyKey(payer), RECIPIENT_CHECKS_PER_DAY - 3);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => byPhone(payer, payee.phone)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    for (const refused of answers.filter(({ status }) => status !== 200)) {
      expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(60);
      await expectProblem(refused, 429, "too_many_attempts");
    }
  });

  it("answers unknown recipients as often as allowed when they are checked in parallel", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => byPhone(payer, newPhone())));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(ATTEMPTS_FREE);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20 - ATTEMPTS_FREE);
  });
});
