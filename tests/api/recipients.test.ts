import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { ATTEMPTS_FREE, BALANCE_MINOR_MAX } from "../../src/domain/bounds.ts";
import { newId } from "../../src/domain/ids.ts";
import { msText, unixMs } from "../../src/domain/instant.ts";
import { referenceOf } from "../../src/domain/reference.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { recipientCounterKey } from "../../src/services/money/recipient-counter.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, newPhone, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { callerOf } from "../services.ts";

const database = connectHttp(readConfig(env));
afterEach(() => proveLedger(database));

const send = (person: Person, path: string, body: unknown, key?: string) =>
  api("POST", path, {
    token: person.accessToken,
    body,
    headers: key === undefined ? {} : { "Idempotency-Key": key },
  });
const transfer = (person: Person, more: object, key?: string) =>
  send(person, "/v1/transfers", { amount: "1.00", ...more }, key);
const get = (person: Person, path: string) =>
  jsonOf(api("GET", path, { token: person.accessToken }));

async function funded(): Promise<Person> {
  const person = await registerPerson();
  expect((await send(person, "/v1/deposits", { amount: "100.00" })).status).toBe(201);
  return person;
}
const openWallet = async (person: Person, currency: string): Promise<string> =>
  (await jsonOf(send(person, "/v1/wallets", { currency }))).id;

/** A problem without what differs between any two requests. */
function comparable({ request_id: _, transaction, ...problem }: Record<string, unknown>) {
  const { id, reference, created_at, posted_at, ...rest } = transaction as Record<string, unknown>;
  return { ...problem, transaction: rest };
}

/** Changes the wallet of the person as SQL says, without an operator. */
const change = (walletId: string, values: ReturnType<typeof sql>) =>
  query(sql`UPDATE wallets SET ${values} WHERE id = ${idOf("wal", walletId)}`);

describe("a transfer to somebody who cannot be paid", () => {
  it("has one answer for every reason, by phone and by wallet, and records no wallet of theirs", async () => {
    const payers = await Promise.all([funded(), funded()]);
    const [frozen, closed, pounds] = [
      await registerPerson(),
      await registerPerson(),
      await registerPerson(),
    ];
    await change(frozen.wallet.id, sql`status = 'frozen', freeze_reason = 'legal_order'`);
    await change(closed.wallet.id, sql`status = 'closed', is_default = false`);
    const recipients = [
      { to_phone: newPhone() },
      { to_phone: pounds.phone, currency: "GBP" },
      { to_phone: frozen.phone },
      { to_phone: closed.phone },
      { to_wallet_id: frozen.wallet.id },
      { to_wallet_id: closed.wallet.id },
      { to_wallet_id: "wal_01h455vb4pex5vsknk084sn02q" },
    ];
    const answers = [];
    for (const [i, { currency, ...recipient }] of recipients.entries()) {
      // Two payers: one would have to wait after five.
      const payer = payers[i % 2] as Person;
      if (currency) {
        const from_wallet_id = await openWallet(payer, currency);
        await send(payer, "/v1/deposits", { amount: "1.00", currency, wallet_id: from_wallet_id });
        const body = { amount: "1.00", currency, from_wallet_id, ...recipient };
        const answer = send(payer, "/v1/transfers", body);
        await expectProblem(answer, 404, "recipient_not_found");
        continue;
      }
      const problem = await expectProblem(transfer(payer, recipient), 404, "recipient_not_found");
      expect(problem.transaction.to_wallet).toBeNull();
      answers.push(
        comparable({ ...problem, transaction: { ...problem.transaction, from_wallet: "" } }),
      );
      expect(await get(payer, `/v1/transactions/${problem.transaction.id}`)).toEqual({
        ...problem.transaction,
        counterparty: null,
        refunds: null,
      });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(JSON.stringify(answers)).not.toMatch(/frozen|closed|limit|verified/);
  });

  it("has the same answer for a full wallet, and tells a wallet in another currency by its id", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const full = `${BALANCE_MINOR_MAX}`;
    await query(
      sql`UPDATE wallets SET balance = ${full}::bigint WHERE id = ${idOf("wal", payee.wallet.id)}`,
    );
    const answer = await transfer(payer, { to_wallet_id: payee.wallet.id });
    await query(sql`UPDATE wallets SET balance = 0 WHERE id = ${idOf("wal", payee.wallet.id)}`);
    await expectProblem(answer, 404, "recipient_not_found");
    const to_wallet_id = await openWallet(payee, "USD");
    const problem = await expectProblem(
      transfer(payer, { to_wallet_id }),
      422,
      "currency_mismatch",
    );
    expect(problem.transaction.to_wallet).toBeNull();
  });

  it("tells a payer without the money nothing about the recipient", async () => {
    const [payer, payee] = [await registerPerson(), await registerPerson()];
    for (const recipient of [
      { to_phone: payee.phone },
      { to_phone: newPhone() },
      { to_wallet_id: payee.wallet.id },
    ]) {
      const answer = transfer(payer, recipient);
      const { transaction } = await expectProblem(answer, 422, "insufficient_funds");
      expect(transaction.to_wallet).toBeNull();
    }
  });

  it("tells the true reason between two wallets of the payer, without counting", async () => {
    const payer = await funded();
    const to_wallet_id = await openWallet(payer, "YEM");
    await change(to_wallet_id, sql`status = 'frozen', freeze_reason = 'legal_order'`);
    for (let i = 0; i <= ATTEMPTS_FREE; i++) {
      const problem = await expectProblem(transfer(payer, { to_wallet_id }), 409, "wallet_frozen");
      expect(problem.transaction.to_wallet).toBe(to_wallet_id);
    }
    expect((await transfer(payer, { to_phone: (await registerPerson()).phone })).status).toBe(201);
  });

  it("is read as recipient_not_found without a wallet if an earlier release recorded more", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const key = crypto.randomUUID();
    const atMs = unixMs(Date.now());
    const ids = ["recipient_unavailable", "balance_limit_exceeded", "insufficient_funds"].map(
      (code) => ({ code, id: newId("txn", atMs) }),
    );
    for (const { code, id } of ids) {
      await query(sql`INSERT INTO transactions
          (id, type, status, amount, currency, from_wallet_id, to_wallet_id, reference, failure_code, actor_id, created_at, posted_at)
        VALUES (${id}, 'TRANSFER', 'failed', 100, 'YEM', ${idOf("wal", payer.wallet.id)},
          ${idOf("wal", payee.wallet.id)}, ${referenceOf("TRANSFER", id, atMs)}, ${code},
          ${idOf("usr", payer.user.id)}, ${msText(atMs)}::timestamptz, take_posted_at(1))`);
    }
    const sent = await transfer(payer, { to_phone: payee.phone }, key);
    expect(sent.status).toBe(201);
    await query(sql`UPDATE idempotency_keys SET transaction_id = ${ids[0]?.id}
      WHERE user_id = ${idOf("usr", payer.user.id)}`);
    const list = (await get(payer, "/v1/transactions?status=failed")).data;
    const shown = Object.fromEntries(
      list.map((one: Record<string, string | null>) => [one.reference, one]),
    );
    for (const { code, id } of ids) {
      const one = shown[referenceOf("TRANSFER", id, atMs)];
      const failure_code = code === "insufficient_funds" ? code : "recipient_not_found";
      expect(one).toMatchObject({ failure_code, to_wallet: null });
      const read = await get(payer, `/v1/transactions/${one.id}`);
      expect(read).toEqual({ ...one, refunds: null });
    }
    const replay = transfer(payer, { to_phone: payee.phone }, key);
    const { transaction } = await expectProblem(replay, 404, "recipient_not_found");
    expect(transaction.to_wallet).toBeNull();
  });
});

describe("a deposit or withdrawal by phone", () => {
  it("answers 403 for a phone that is not the caller's own, registered or not, with one audit event an hour", async () => {
    const [person, other] = [await funded(), await registerPerson()];
    const problems = [];
    for (const path of ["/v1/deposits", "/v1/withdrawals"]) {
      for (const phone of [other.phone, newPhone()]) {
        const answer = send(person, path, { amount: "1.00", phone });
        const { request_id: _, ...problem } = await expectProblem(answer, 403, "not_wallet_owner");
        problems.push(problem);
      }
    }
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    const events = await get(person, "/v1/users/me/audit-events");
    const refused = events.data.filter(
      ({ type }: { type: string }) => type === "ownership_refused",
    );
    expect(refused).toMatchObject([{ wallet_id: null }]);
  });

  it("answers the caller's own phone without a wallet in the currency as that", async () => {
    const person = await registerPerson();
    const body = { amount: "1.00", currency: "GBP", phone: person.phone };
    await expectProblem(send(person, "/v1/deposits", body), 404, "wallet_not_found");
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).not.toContain(
      "ownership_refused",
    );
  });
});

describe("unknown recipients", () => {
  const attempts = async (payer: Person, count: number) => {
    const answers = [];
    for (let i = 0; i < count; i++) answers.push(await transfer(payer, { to_phone: newPhone() }));
    return answers;
  };

  it("are counted over all wallets of a person, and then every other recipient must wait, too", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const from_wallet_id = await openWallet(payer, "YEM");
    await send(payer, "/v1/deposits", { amount: "9.00", wallet_id: from_wallet_id });
    const first = await attempts(payer, ATTEMPTS_FREE - 1);
    expect(first.map(({ status }) => status)).toEqual(Array(ATTEMPTS_FREE - 1).fill(404));
    await expectProblem(
      transfer(payer, { from_wallet_id, to_phone: newPhone() }),
      404,
      "recipient_not_found",
    );
    for (const recipient of [
      { to_phone: newPhone() },
      { to_phone: payee.phone },
      { to_wallet_id: payee.wallet.id, from_wallet_id },
    ]) {
      const answer = await transfer(payer, recipient);
      expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(Number(answer.headers.get("Retry-After"))).toBeLessThanOrEqual(30);
      const problem = await expectProblem(answer, 429, "too_many_attempts");
      expect(problem.transaction).toBeUndefined();
    }
    // What is not a transfer to somebody else goes on.
    expect((await transfer(payer, { to_wallet_id: from_wallet_id })).status).toBe(201);
    expect((await send(payer, "/v1/withdrawals", { amount: "1.00" })).status).toBe(201);
    const failed = (await get(payer, "/v1/transactions?status=failed")).data;
    expect(failed).toHaveLength(ATTEMPTS_FREE);
  });

  it("are forgiven one by one, and a refused transfer does not use its key up", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    await attempts(payer, ATTEMPTS_FREE);
    const key = crypto.randomUUID();
    const pay = () => transfer(payer, { to_phone: payee.phone }, key);
    await expectProblem(pay(), 429, "too_many_attempts");
    // The writer's connection has the database's own clock: the test changes the row instead.
    const counter = recipientCounterKey({ config: readConfig(env) }, callerOf(payer));
    await query(sql`UPDATE throttle_counters
      SET admits_at = now(), counted_at = now() - interval '1 hour' WHERE key = decode(${counter}, 'hex')`);
    expect((await pay()).status).toBe(201);
    // One was forgotten, so one more is free; the next wait is the first again.
    expect((await transfer(payer, { to_phone: newPhone() })).status).toBe(404);
    const waiting = await transfer(payer, { to_phone: newPhone() });
    expect(Number(waiting.headers.get("Retry-After"))).toBeLessThanOrEqual(30);
    await expectProblem(waiting, 429, "too_many_attempts");
  });

  it("are answered about as often as allowed when 50 transfers run in parallel over three wallets", async () => {
    const payer = await funded();
    const sources = [
      payer.wallet.id,
      await openWallet(payer, "YEM"),
      await openWallet(payer, "YEM"),
    ];
    for (const wallet_id of sources) {
      await send(payer, "/v1/deposits", { amount: "50.00", wallet_id });
    }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        transfer(payer, { from_wallet_id: sources[i % 3], to_phone: newPhone() }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    const found = statuses.filter((status) => status === 404).length;
    expect(found).toBeGreaterThanOrEqual(ATTEMPTS_FREE);
    // A writer may read the counter before the other writer's commit.
    expect(found).toBeLessThanOrEqual(2 * ATTEMPTS_FREE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(50 - found);
  });
});

describe("PAYMENTS_TO_UNVERIFIED_PHONES", () => {
  const app = createApp();
  const at = (setting: "yes" | "no", person: Person, path: string, body: unknown) =>
    app.request(
      path,
      {
        method: "POST",
        headers: {
          Authorization: `Bearer ${person.accessToken}`,
          "Content-Type": "application/json",
        },
        body: JSON.stringify(body),
      },
      { ...env, PAYMENTS_TO_UNVERIFIED_PHONES: setting },
    );

  it("no: refuses an unverified phone like an unknown one, and pays it after verification", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const body = { amount: "1.00", to_phone: payee.phone };
    const pay = () => at("no", payer, "/v1/transfers", body);
    const problem = await expectProblem(pay(), 404, "recipient_not_found");
    expect(problem.transaction.to_wallet).toBeNull();
    const byId = { amount: "1.00", to_wallet_id: payee.wallet.id };
    expect((await at("no", payer, "/v1/transfers", byId)).status).toBe(201);
    await verify(payee, "phone");
    expect((await pay()).status).toBe(201);
  });

  it("no: leaves the caller's own phone as an address of the caller", async () => {
    const person = await funded();
    const body = { amount: "1.00", phone: person.phone };
    expect((await at("no", person, "/v1/deposits", body)).status).toBe(201);
    expect((await at("no", person, "/v1/withdrawals", body)).status).toBe(201);
    const own = { amount: "1.00", to_phone: person.phone };
    await expectProblem(at("no", person, "/v1/transfers", own), 422, "same_wallet");
  });

  it("yes: pays a phone that nobody has verified", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const body = { amount: "1.00", to_phone: payee.phone };
    expect((await at("yes", payer, "/v1/transfers", body)).status).toBe(201);
  });

  it("takes no other value", () => {
    expect(() => readConfig({ ...env, PAYMENTS_TO_UNVERIFIED_PHONES: "maybe" as never })).toThrow(
      /PAYMENTS_TO_UNVERIFIED_PHONES/,
    );
  });
});
