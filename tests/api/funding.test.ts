import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  DEPOSIT_TTL_HOURS,
  FUNDING_EVENT_BYTES_MAX,
  OPEN_DEPOSITS_MAX,
  PAYOUT_RETRY_SECONDS,
  PAYOUT_RETRY_SECONDS_MAX,
  PAYOUT_SEND_HOURS,
  PAYOUT_TIMEOUT_HOURS,
  SIGNATURE_AGE_SECONDS_MAX,
  SIGNATURES_HEADER_LENGTH_MAX,
  WEBHOOK_ID_LENGTH_MAX,
} from "../../src/domain/bounds.ts";
import { newId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import {
  decideLeftEvents,
  expireDeposits,
  timeOutPayouts,
} from "../../src/services/funding/end-overdue.ts";
import { idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import {
  dataOf,
  decisionOf,
  expire,
  newEventId,
  OLD_SECRET,
  pendingDeposit,
  provided,
  providedServices,
  runPayouts,
  sendEvent,
  signedEvent,
  stubProvider,
} from "../funding-provider.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";

let amina: Person;
let bilal: Person;

beforeAll(async () => {
  [amina, bilal] = [await registerPerson("Amina Saleh"), await registerPerson("Bilal")];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await proveLedger(connectHttp(readConfig(env)));
});

const depositOf = ({ accessToken: token }: Person, id: string) =>
  jsonOf(provided("GET", `/v1/deposits/${id}`, { token }));
const withdrawalOf = ({ accessToken: token }: Person, id: string) =>
  jsonOf(provided("GET", `/v1/withdrawals/${id}`, { token }));
const walletOf = ({ accessToken: token, wallet }: Person) =>
  jsonOf(api("GET", `/v1/wallets/${wallet.id}`, { token }));
const balanceOf = async (person: Person) => Number((await walletOf(person)).balance);

/** Gives a person money through the provider. */
async function fund(person: Person, amount: string): Promise<void> {
  const deposit = await pendingDeposit(person, amount);
  expect(await decisionOf(sendEvent("deposit.succeeded", dataOf(deposit)))).toBe("applied");
}

const withdraw = (person: Person, amount: string, headers = {}) =>
  provided("POST", "/v1/withdrawals", { token: person.accessToken, body: { amount }, headers });

/** A new wallet of a person, in dollars. */
const openWallet = ({ accessToken: token }: Person, currency = "USD") =>
  jsonOf(api("POST", "/v1/wallets", { token, body: { currency } }));
const freeze = (walletId: string, isFrozen: boolean) =>
  query(sql`UPDATE wallets SET status = ${isFrozen ? "frozen" : "active"},
    freeze_reason = ${isFrozen ? "investigation" : null} WHERE id = ${idOf("wal", walletId)}`);

describe("POST /v1/deposits with a provider", () => {
  it("makes a pending deposit, which one signed event credits", async () => {
    const before = await balanceOf(amina);
    const token = amina.accessToken;
    const made = await provided("POST", "/v1/deposits", { token, body: { amount: "40.00" } });
    expect(made.status).toBe(202);
    const deposit = await jsonOf(made);
    expect(deposit).toMatchObject({
      status: "pending",
      amount: "40.00",
      currency: "YEM",
      wallet_id: amina.wallet.id,
      reference: expect.stringMatching(/^FND-\d{6}(-[0-9A-Z]{4}){3}$/),
      instructions: expect.stringContaining("reference"),
      transaction_id: null,
      completed_at: null,
    });
    expect(await balanceOf(amina)).toBe(before);
    const data = dataOf(deposit);
    expect(await decisionOf(sendEvent("deposit.succeeded", data))).toBe("applied");
    expect(await balanceOf(amina)).toBe(before + 40);
    const credited = await depositOf(amina, deposit.id);
    expect(credited).toMatchObject({ status: "succeeded", instructions: null, failure_code: null });
    const path = `/v1/transactions/${credited.transaction_id}`;
    expect(await jsonOf(api("GET", path, { token }))).toMatchObject({
      type: "DEPOSIT",
      status: "success",
      amount: "40.00",
    });
    const [latest] = (await jsonOf(provided("GET", "/v1/deposits?limit=1", { token }))).data;
    expect(latest).toEqual(credited);
  });

  it("answers a repeated key with the same deposit, and refuses the key for another amount", async () => {
    const headers = { "Idempotency-Key": `deposit-${newEventId()}` };
    const ask = (amount: string) =>
      provided("POST", "/v1/deposits", { token: amina.accessToken, body: { amount }, headers });
    const answers = await Promise.all([ask("5.00"), ask("5.00"), ask("5.00")]);
    const ids = await Promise.all(answers.map(async (answer) => (await jsonOf(answer)).id));
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter((a) => a.headers.has("Idempotency-Replayed"))).toHaveLength(2);
    expect((await jsonOf(ask("6.00"))).code).toBe("idempotency_key_reused");
    const transfer = { amount: "5.00", to_wallet_id: bilal.wallet.id };
    const reused = api("POST", "/v1/transfers", {
      token: amina.accessToken,
      body: transfer,
      headers,
    });
    expect((await jsonOf(reused)).code).toBe("idempotency_key_reused");
  });

  it("refuses what cannot be credited, and another user's wallet", async () => {
    const ask = async (body: object) =>
      (await jsonOf(provided("POST", "/v1/deposits", { token: amina.accessToken, body }))).code;
    expect(await ask({ amount: "5.00", wallet_id: bilal.wallet.id })).toBe("wallet_not_found");
    expect(await ask({ amount: "5.00", phone: bilal.phone })).toBe("not_wallet_owner");
    expect(await ask({ amount: "5.00", currency: "KWD" })).toBe("wallet_not_found");
    const dollars = { amount: "5.00", currency: "USD", wallet_id: amina.wallet.id };
    expect(await ask(dollars)).toBe("currency_mismatch");
    expect(await ask({ amount: "-5.00" })).toBe("invalid_amount");
    const { id } = await openWallet(amina, "EUR");
    const euros = { amount: "5.00", currency: "EUR", wallet_id: id };
    await freeze(id, true);
    expect(await ask(euros)).toBe("wallet_frozen");
    await freeze(id, false);
    await query(sql`UPDATE wallets SET status = 'closed', is_default = false
      WHERE id = ${idOf("wal", id)}`);
    expect(await ask(euros)).toBe("wallet_closed");
  });

  it("previews a dry run and makes no deposit", async () => {
    const token = amina.accessToken;
    const first = async () =>
      (await jsonOf(provided("GET", "/v1/deposits?limit=1", { token }))).data[0]?.id;
    const before = await first();
    const headers = { Prefer: "dry-run" };
    const request = { token, body: { amount: "5.00" }, headers };
    const answer = await provided("POST", "/v1/deposits", request);
    expect(answer.status).toBe(200);
    expect(await first()).toBe(before);
  });

  it(`lets a user have ${OPEN_DEPOSITS_MAX} pending deposits, also in a race`, async () => {
    const person = await registerPerson();
    const token = person.accessToken;
    const ask = () => provided("POST", "/v1/deposits", { token, body: { amount: "1.00" } });
    const statuses = [];
    for (let i = 0; i < OPEN_DEPOSITS_MAX - 1; i++) statuses.push((await ask()).status);
    expect(new Set(statuses)).toEqual(new Set([202]));
    const racing = await Promise.all([ask(), ask(), ask()]);
    expect(racing.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const { data } = await jsonOf(provided("GET", "/v1/deposits?limit=200", { token }));
    expect(data).toHaveLength(OPEN_DEPOSITS_MAX);
    await expire(data[0].id);
    expect((await ask()).status).toBe(202);
  });
});

describe("POST /v1/funding/events", () => {
  it("credits a deposit once, however often and under however many ids it is told", async () => {
    const before = await balanceOf(amina);
    const deposit = await pendingDeposit(amina);
    const data = dataOf(deposit);
    const id = newEventId();
    const send = (sending = {}) => decisionOf(sendEvent("deposit.succeeded", data, sending));
    const told = await Promise.all([send({ id }), send({ id }), send(), send(), send()]);
    expect(told.filter((one) => one === "applied").length).toBeGreaterThanOrEqual(1);
    expect(told.filter((one) => one !== "applied")).toEqual(
      told.filter((one) => one !== "applied").map(() => "absorbed already_done"),
    );
    const first = await jsonOf(sendEvent("deposit.succeeded", data, { id }));
    expect(await jsonOf(sendEvent("deposit.succeeded", data, { id }))).toEqual(first);
    expect(await send({ secret: OLD_SECRET })).toBe("absorbed already_done");
    expect(await balanceOf(amina)).toBe(before + 25);
  });

  it("credits one of several payments of one deposit, and keeps the others in suspense", async () => {
    const before = await balanceOf(amina);
    const deposit = await pendingDeposit(amina);
    const pay = (n: number) =>
      decisionOf(sendEvent("deposit.succeeded", { ...dataOf(deposit), payment_id: `p${n}` }));
    const told = await Promise.all([1, 2, 3, 4].map(pay));
    expect(told.sort()).toEqual(["applied", ...Array(3).fill("suspense paid_twice")]);
    expect(await balanceOf(amina)).toBe(before + 25);
  });

  it("decides what comes out of order, late, or with another amount or currency", async () => {
    const before = await balanceOf(amina);
    const told = async (change: object, ...types: string[]) => {
      const deposit = await pendingDeposit(amina);
      const decisions = [];
      for (const type of types) {
        decisions.push(await decisionOf(sendEvent(type, { ...dataOf(deposit), ...change })));
      }
      const { status, failure_code } = await depositOf(amina, deposit.id);
      return [...decisions, status, failure_code];
    };
    const [succeeded, failed] = ["deposit.succeeded", "deposit.failed"];
    expect(await told({}, failed, failed, succeeded)).toEqual([
      "applied",
      "absorbed already_done",
      "suspense succeeded_after_failure",
      "failed",
      "provider_failed",
    ]);
    expect(await told({}, succeeded, failed)).toEqual([
      "applied",
      "suspense failed_after_success",
      "succeeded",
      null,
    ]);
    // The right payment can still arrive.
    expect(await told({ amount: "24.99" }, succeeded)).toEqual([
      "suspense amount_mismatch",
      "pending",
      null,
    ]);
    expect(await told({ currency: "YER" }, succeeded)).toEqual([
      "suspense currency_mismatch",
      "pending",
      null,
    ]);
    expect(await balanceOf(amina)).toBe(before + 25);
    const late = await pendingDeposit(amina);
    await expire(late.id);
    expect((await depositOf(amina, late.id)).status).toBe("expired");
    const payLate = () => decisionOf(sendEvent(succeeded, dataOf(late)));
    expect(await payLate()).toBe("suspense late");
    expect(await expireDeposits(providedServices())).toBeGreaterThan(0);
    expect(await payLate()).toBe("suspense late");
    expect(await decisionOf(sendEvent(failed, dataOf(late)))).toBe("absorbed already_done");
    expect((await depositOf(amina, late.id)).status).toBe("expired");
    expect(await balanceOf(amina)).toBe(before + 25);
  });

  it("keeps money in suspense that belongs to nobody, or to a wallet that cannot take it", async () => {
    const data = { reference: "FND-NOBODY", payment_id: "p", amount: "5.00", currency: "YEM" };
    expect(await decisionOf(sendEvent("deposit.succeeded", data))).toBe(
      "suspense unknown_reference",
    );
    expect(await decisionOf(sendEvent("payout.failed", data))).toBe("absorbed unknown_reference");
    expect(await decisionOf(sendEvent("invoice.paid", {}))).toBe("absorbed unknown_type");
    const deposit = await pendingDeposit(bilal);
    expect(await decisionOf(sendEvent("payout.succeeded", dataOf(deposit)))).toBe(
      "suspense unknown_reference",
    );
    await freeze(bilal.wallet.id, true);
    expect(await decisionOf(sendEvent("deposit.succeeded", dataOf(deposit)))).toBe(
      "suspense wallet_frozen",
    );
    await freeze(bilal.wallet.id, false);
    expect(await depositOf(bilal, deposit.id)).toMatchObject({
      status: "failed",
      failure_code: "wallet_frozen",
      transaction_id: null,
    });
    const dollars = await openWallet(bilal);
    const body = { amount: "7.00", currency: "USD", wallet_id: dollars.id };
    const paid = await jsonOf(provided("POST", "/v1/deposits", { token: bilal.accessToken, body }));
    await query(sql`UPDATE wallets SET status = 'closed', is_default = false
      WHERE id = ${idOf("wal", dollars.id)}`);
    expect(await decisionOf(sendEvent("deposit.succeeded", dataOf(paid)))).toBe(
      "suspense wallet_closed",
    );
  });

  it("keeps money in suspense that is above a limit of its owner", async () => {
    const person = await registerPerson();
    const deposit = await pendingDeposit(person);
    const id = idOf("wal", person.wallet.id);
    await query(sql`UPDATE wallets SET limit_date = (now() AT TIME ZONE 'Asia/Aden')::date,
      in_day_count = 1000000000 WHERE id = ${id}`);
    const send = () => decisionOf(sendEvent("deposit.succeeded", dataOf(deposit)));
    expect(await send()).toBe("suspense limit_exceeded");
    await query(sql`UPDATE wallets SET limit_date = NULL, in_day_count = 0 WHERE id = ${id}`);
    expect(await send()).toBe("suspense succeeded_after_failure");
    expect(await depositOf(person, deposit.id)).toMatchObject({
      status: "failed",
      failure_code: "limit_exceeded",
    });
    expect(await balanceOf(person)).toBe(0);
  });

  it("credits a suspended user's wallet: a suspension stops what the user does", async () => {
    const person = await registerPerson();
    const deposit = await pendingDeposit(person);
    await query(sql`UPDATE users SET suspended_at = now(), suspension_reason = 'investigation'
      WHERE id = ${idOf("usr", person.user.id)}`);
    expect(await decisionOf(sendEvent("deposit.succeeded", dataOf(deposit)))).toBe("applied");
  });

  it("refuses what is unsigned, signed by another secret, old, early or altered", async () => {
    const deposit = await pendingDeposit(amina);
    const text = JSON.stringify({ type: "deposit.succeeded", data: dataOf(deposit) });
    const { body, headers } = signedEvent(text);
    const other = `whsec_${btoa("x".repeat(32))}`;
    const nowSeconds = Math.floor(Date.now() / 1_000);
    const within = SIGNATURE_AGE_SECONDS_MAX + 5;
    const without = (name: string) =>
      Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
    const refused: { body: string; headers: Record<string, string> }[] = [
      { body, headers: {} },
      ...Object.keys(headers).map((name) => ({ body, headers: without(name) })),
      { body: body.replace("25.00", "26.00"), headers },
      { body: `${body} `, headers },
      { body, headers: { ...headers, "webhook-id": "evt_other" } },
      { body, headers: { ...headers, "webhook-id": "e".repeat(WEBHOOK_ID_LENGTH_MAX + 1) } },
      {
        body,
        headers: {
          ...headers,
          "webhook-signature": "v1,".padEnd(SIGNATURES_HEADER_LENGTH_MAX + 1, "A"),
        },
      },
      signedEvent(text, { secret: other }),
      signedEvent(text, { timestamp: nowSeconds - within }),
      signedEvent(text, { timestamp: nowSeconds + within }),
    ];
    for (const request of refused) {
      const answer = await api("POST", "/v1/funding/events", request);
      expect([answer.status, (await jsonOf(answer)).code]).toEqual([
        403,
        "webhook_signature_invalid",
      ]);
    }
    expect((await depositOf(amina, deposit.id)).status).toBe("pending");
    const [{ count } = { count: -1 }] = await query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM funding_events WHERE reference = ${deposit.reference}`);
    expect(count).toBe(0);
    const two = { ...headers, "webhook-signature": `v1,AAAA ${headers["webhook-signature"]}` };
    expect(await decisionOf(api("POST", "/v1/funding/events", { body, headers: two }))).toBe(
      "applied",
    );
  });

  it("refuses a signed body that is too large, no event, or another one under the same id", async () => {
    const padded = (bytes: number) => {
      const text = JSON.stringify({ type: "other.type", pad: "" });
      return text.replace('""', JSON.stringify("x".repeat(bytes - text.length)));
    };
    const send = async (body: string, id = newEventId()) =>
      api("POST", "/v1/funding/events", signedEvent(body, { id }));
    expect((await send(padded(FUNDING_EVENT_BYTES_MAX))).status).toBe(200);
    expect((await send(padded(FUNDING_EVENT_BYTES_MAX + 1))).status).toBe(413);
    for (const body of [
      "[]",
      '{"data":{}}',
      '{"type":""}',
      '{"type":"deposit.succeeded"}',
      '{"type":"deposit.succeeded","data":{"reference":"r","payment_id":"p","currency":"YEM"}}',
      '{"type":"deposit.succeeded","data":{"reference":"r","payment_id":"p","amount":5,"currency":"YEM"}}',
      '{"type":"deposit.failed","data":{"reference":"a b"}}',
    ]) {
      expect((await send(body)).status, body).toBe(400);
    }
    expect((await send("{")).status).toBe(400);
    const id = newEventId();
    expect((await send('{"type":"one.type"}', id)).status).toBe(200);
    expect((await jsonOf(send('{"type":"other.type"}', id))).code).toBe("idempotency_key_reused");
  });

  it("decides later what was recorded and not decided", async () => {
    const deposit = await pendingDeposit(amina);
    const before = await balanceOf(amina);
    const { reference, payment_id, amount, currency } = dataOf(deposit);
    await query(sql`INSERT INTO funding_events
        (id, webhook_id, body_hash, type, reference, payment_id, amount, currency, received_at)
      VALUES (${newId("fev", Date.now())}, ${newEventId()}, sha256('body'), 'deposit.succeeded', ${reference},
        ${payment_id}, ${amount}, ${currency}, now() - interval '1 minute')`);
    expect(await decideLeftEvents(providedServices())).toBe(1);
    expect(await balanceOf(amina)).toBe(before + 25);
    expect(await decideLeftEvents(providedServices())).toBe(0);
  });
});

describe("POST /v1/withdrawals with a provider", () => {
  beforeAll(() => fund(bilal, "100.00"));

  it("holds the money, hands one payout over and settles it when it was paid", async () => {
    let status: number | null = 503;
    const payouts = stubProvider(() => status);
    const before = await walletOf(bilal);
    const headers = { "Idempotency-Key": `withdrawal-${newEventId()}` };
    const answer = await withdraw(bilal, "30.00", headers);
    expect(answer.status).toBe(202);
    const made = await jsonOf(answer);
    expect(made).toMatchObject({ status: "pending", amount: "30.00", wallet_id: bilal.wallet.id });
    const held = await walletOf(bilal);
    expect([held.balance, held.held]).toEqual([before.balance, "30.00"]);
    expect(Number(held.available)).toBe(Number(before.available) - 30);
    const repeated = await withdraw(bilal, "30.00", headers);
    expect([repeated.status, repeated.headers.get("Idempotency-Replayed")]).toEqual([202, "true"]);
    expect((await jsonOf(repeated)).id).toBe(made.id);
    status = null;
    await runPayouts();
    status = 302;
    await runPayouts();
    expect((await withdrawalOf(bilal, made.id)).status).toBe("pending");
    status = 202;
    await runPayouts();
    expect((await withdrawalOf(bilal, made.id)).status).toBe("sent");
    expect(await runPayouts()).toBe(0);
    expect(payouts).toHaveLength(4);
    for (const { headers: sent, body } of payouts) {
      expect(body).toEqual({
        id: made.id,
        reference: made.reference,
        amount: "30.00",
        currency: "YEM",
        payee: { user_id: bilal.user.id, phone: bilal.phone },
        created_at: made.created_at,
      });
      expect([sent.get("Idempotency-Key"), sent.get("webhook-id")]).toEqual([made.id, made.id]);
      expect(sent.get("webhook-signature")).toMatch(/^v1,/);
    }
    const paid = () => decisionOf(sendEvent("payout.succeeded", dataOf(made)));
    const told = await Promise.all([paid(), paid(), paid()]);
    expect(told.sort()).toEqual(["absorbed already_done", "absorbed already_done", "applied"]);
    const after = await walletOf(bilal);
    expect([after.held, Number(after.balance)]).toEqual(["0.00", Number(before.balance) - 30]);
    const settled = await withdrawalOf(bilal, made.id);
    expect(settled.status).toBe("succeeded");
    const path = `/v1/transactions/${settled.transaction_id}`;
    const shown = await jsonOf(api("GET", path, { token: bilal.accessToken }));
    expect(shown).toMatchObject({ type: "WITHDRAW", status: "success", amount: "30.00" });
    expect(await decisionOf(sendEvent("payout.failed", dataOf(made)))).toBe(
      "suspense failed_after_success",
    );
    const again = { ...dataOf(made), payment_id: "p2" };
    expect(await decisionOf(sendEvent("payout.succeeded", again))).toBe("suspense paid_twice");
  });

  it("frees the money once when the payout fails, and absorbs what is told again", async () => {
    stubProvider(() => 202);
    const before = await walletOf(bilal);
    const made = await jsonOf(withdraw(bilal, "20.00"));
    const fail = () => decisionOf(sendEvent("payout.failed", { reference: made.reference }));
    const told = await Promise.all([fail(), fail()]);
    expect(told.sort()).toEqual(["absorbed already_done", "applied"]);
    expect(await walletOf(bilal)).toMatchObject({ balance: before.balance, held: "0.00" });
    expect(await withdrawalOf(bilal, made.id)).toMatchObject({
      status: "failed",
      failure_code: "provider_failed",
      transaction_id: null,
    });
    expect(await decisionOf(sendEvent("payout.succeeded", dataOf(made)))).toBe(
      "suspense succeeded_after_failure",
    );
    expect(await walletOf(bilal)).toMatchObject({ balance: before.balance, held: "0.00" });
  });

  it("lets exactly one of success, failure and time-out win", async () => {
    stubProvider(() => 202);
    for (const isExpired of [false, true]) {
      const made = await jsonOf(withdraw(bilal, "1.00"));
      if (isExpired) await expire(made.id);
      await Promise.all([
        decisionOf(sendEvent("payout.failed", dataOf(made))),
        decisionOf(sendEvent("payout.succeeded", dataOf(made))),
        timeOutPayouts(providedServices()),
      ]);
      const { status } = await withdrawalOf(bilal, made.id);
      expect(isExpired ? ["failed", "succeeded", "timed_out"] : ["failed", "succeeded"]).toContain(
        status,
      );
      expect((await walletOf(bilal)).held).toBe("0.00");
    }
  });

  it("frees the money after the time-out, and keeps a later success in suspense", async () => {
    stubProvider(() => 202);
    const before = await walletOf(bilal);
    const made = await jsonOf(withdraw(bilal, "20.00"));
    await timeOutPayouts(providedServices());
    expect((await withdrawalOf(bilal, made.id)).status).toBe("sent");
    await expire(made.id);
    expect(await timeOutPayouts(providedServices())).toBe(1);
    expect((await withdrawalOf(bilal, made.id)).status).toBe("timed_out");
    expect(await timeOutPayouts(providedServices())).toBe(0);
    expect(await walletOf(bilal)).toMatchObject({ balance: before.balance, held: "0.00" });
    expect(await decisionOf(sendEvent("payout.succeeded", dataOf(made)))).toBe("suspense late");
    expect(await walletOf(bilal)).toMatchObject({ balance: before.balance, held: "0.00" });
  });

  it("settles the event that comes before the provider's answer", async () => {
    stubProvider(() => 503);
    const made = await jsonOf(withdraw(bilal, "1.00"));
    expect(await decisionOf(sendEvent("payout.succeeded", dataOf(made)))).toBe("applied");
    expect(await runPayouts()).toBe(0);
  });

  it("hands no payout over from a frozen wallet, and settles one that was paid before", async () => {
    let status = 503;
    const payouts = stubProvider(() => status);
    const made = await jsonOf(withdraw(bilal, "2.00"));
    await freeze(bilal.wallet.id, true);
    status = 202;
    expect(await runPayouts()).toBe(0);
    expect(payouts).toHaveLength(1);
    expect(await decisionOf(sendEvent("payout.succeeded", dataOf(made)))).toBe("applied");
    await freeze(bilal.wallet.id, false);
  });

  it("is no hold that its owner can see, void, raise or capture", async () => {
    stubProvider(() => 202);
    const token = bilal.accessToken;
    const made = await jsonOf(withdraw(bilal, "1.00"));
    const id = made.id.replace(/^pay/, "hld");
    const codes = [];
    for (const [method, path, body] of [
      ["GET", `/v1/holds/${id}`, undefined],
      ["POST", `/v1/holds/${id}/void`, undefined],
      ["POST", `/v1/holds/${id}`, { amount: "2.00" }],
      ["POST", `/v1/holds/${id}/captures`, { amount: "1.00" }],
    ] as const) {
      codes.push((await jsonOf(api(method, path, { token, body }))).code);
    }
    expect(new Set(codes)).toEqual(new Set(["hold_not_found"]));
    const { data } = await jsonOf(api("GET", "/v1/holds?limit=200", { token }));
    expect(data.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(await decisionOf(sendEvent("payout.succeeded", dataOf(made)))).toBe("applied");
  });

  it("waits twice as long after each attempt, up to an hour, and sends nothing after a day", async () => {
    const payouts = stubProvider(() => 503);
    const made = await jsonOf(withdraw(bilal, "1.00"));
    const id = idOf("pay", made.id);
    const waitAfter = async (attempts: number) => {
      await query(sql`UPDATE funding_intents SET attempts = ${attempts} WHERE id = ${id}`);
      await runPayouts();
      const [row] = await query<{ seconds: number; attempts: number }>(sql`
        SELECT round(extract(epoch FROM due_at - now()))::int AS seconds, attempts
        FROM funding_intents WHERE id = ${id}`);
      expect(row?.attempts).toBe(attempts + 1);
      return row?.seconds ?? 0;
    };
    const near = (seconds: number) => expect.toSatisfy((n: number) => Math.abs(n - seconds) <= 5);
    expect(await waitAfter(0)).toEqual(near(PAYOUT_RETRY_SECONDS));
    expect(await waitAfter(1)).toEqual(near(2 * PAYOUT_RETRY_SECONDS));
    expect(await waitAfter(6)).toEqual(near(64 * PAYOUT_RETRY_SECONDS));
    expect(await waitAfter(7)).toEqual(near(PAYOUT_RETRY_SECONDS_MAX));
    expect(await waitAfter(20)).toEqual(near(PAYOUT_RETRY_SECONDS_MAX));
    const age = (minutes: number) =>
      query(sql`UPDATE funding_intents SET created_at = now()
        - make_interval(hours => ${PAYOUT_SEND_HOURS}::int, mins => ${minutes}::int) WHERE id = ${id}`);
    const sent = payouts.length;
    await age(-1);
    expect(await runPayouts()).toBe(1);
    await age(1);
    expect(await runPayouts()).toBe(0);
    expect(payouts).toHaveLength(sent + 1);
    expect(await decisionOf(sendEvent("payout.failed", dataOf(made)))).toBe("applied");
  });

  it("lasts for the hours that it says", async () => {
    stubProvider(() => 202);
    const hoursOf = ({ created_at, expires_at }: { created_at: string; expires_at: string }) =>
      (Date.parse(expires_at) - Date.parse(created_at)) / 3_600_000;
    const made = await jsonOf(withdraw(bilal, "1.00"));
    expect(hoursOf(made)).toBe(PAYOUT_TIMEOUT_HOURS);
    expect(hoursOf(await pendingDeposit(bilal))).toBe(DEPOSIT_TTL_HOURS);
    expect(await decisionOf(sendEvent("payout.failed", dataOf(made)))).toBe("applied");
  });

  it("refuses more than is available, and records the refusal", async () => {
    stubProvider(() => 202);
    const { available } = await walletOf(bilal);
    const over = (Number(available) + 0.01).toFixed(2);
    const answer = await withdraw(bilal, over);
    expect(answer.status).toBe(422);
    expect(await jsonOf(answer)).toMatchObject({
      code: "insufficient_funds",
      transaction: { type: "HOLD", status: "failed" },
    });
    const racing = await Promise.all([withdraw(bilal, available), withdraw(bilal, available)]);
    expect(racing.map((one) => one.status).sort()).toEqual([202, 422]);
    const held = { token: bilal.accessToken, body: { amount: "0.01" } };
    expect((await jsonOf(api("POST", "/v1/withdrawals", held))).code).toBe("insufficient_funds");
    const { data } = await jsonOf(
      provided("GET", "/v1/withdrawals?limit=1", { token: bilal.accessToken }),
    );
    expect(await decisionOf(sendEvent("payout.failed", dataOf(data[0])))).toBe("applied");
  });

  it("asks for a second factor above the threshold, and previews a dry run", async () => {
    const token = bilal.accessToken;
    const headers = { Prefer: "dry-run" };
    const request = { token, body: { amount: "1.00" }, headers };
    const preview = await provided("POST", "/v1/withdrawals", request);
    expect(preview.status).toBe(200);
    expect((await walletOf(bilal)).held).toBe("0.00");
    await query(sql`UPDATE users SET has_second_factor = true
      WHERE id = ${idOf("usr", bilal.user.id)}`);
    expect((await jsonOf(withdraw(bilal, "100000.01"))).code).toBe("step_up_required");
    await ageStepUp(bilal, 0);
    expect((await jsonOf(withdraw(bilal, "100000.01"))).code).toBe("insufficient_funds");
    await query(sql`UPDATE users SET has_second_factor = false
      WHERE id = ${idOf("usr", bilal.user.id)}`);
  });
});

describe("the lists", () => {
  it("are paged, and show each person their own", async () => {
    const token = amina.accessToken;
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `&cursor=${cursor}` : "";
      const page = await jsonOf(provided("GET", `/v1/deposits?limit=2${query}`, { token }));
      seen.push(...page.data.map(({ id }: { id: string }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    const whole = await jsonOf(provided("GET", "/v1/deposits?limit=200", { token }));
    expect(seen).toEqual(whole.data.map(({ id }: { id: string }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    const foreign = provided("GET", `/v1/deposits/${seen[0]}`, { token: bilal.accessToken });
    expect((await jsonOf(foreign)).code).toBe("deposit_not_found");
    const id = `pay_${seen[0]?.slice(4)}`;
    const other = provided("GET", `/v1/withdrawals/${id}`, { token });
    expect((await jsonOf(other)).code).toBe("withdrawal_not_found");
  });

  it("show transactions with the simulated provider, under the same id", async () => {
    const person = await registerPerson();
    const token = person.accessToken;
    for (const amount of ["3.00", "4.00", "5.00"]) {
      await api("POST", "/v1/deposits", { token, body: { amount } });
    }
    const made = await jsonOf(api("POST", "/v1/withdrawals", { token, body: { amount: "2.00" } }));
    await api("POST", "/v1/withdrawals", { token, body: { amount: "99.00" } });
    const first = await jsonOf(api("GET", "/v1/deposits?limit=2", { token }));
    expect(first.data.map((one: { amount: string }) => one.amount)).toEqual(["5.00", "4.00"]);
    const rest = await jsonOf(
      api("GET", `/v1/deposits?limit=2&cursor=${first.next_cursor}`, { token }),
    );
    expect(rest.data).toMatchObject([{ amount: "3.00", status: "succeeded", instructions: null }]);
    const [deposit] = first.data;
    expect(await jsonOf(api("GET", `/v1/deposits/${deposit.id}`, { token }))).toEqual(deposit);
    const { data } = await jsonOf(api("GET", "/v1/withdrawals", { token }));
    expect(data).toMatchObject([
      { status: "failed", failure_code: "insufficient_funds" },
      { status: "succeeded", transaction_id: made.id, amount: "2.00" },
    ]);
    const withProvider = provided("GET", `/v1/deposits?cursor=${first.next_cursor}`, { token });
    expect((await jsonOf(withProvider)).code).toBe("invalid_request");
  });
});
