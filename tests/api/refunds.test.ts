import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { REFUNDS_PER_TRANSACTION_MAX } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp } from "../factors.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { list, post, read } from "./as-person.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

let payer: Person;
let shop: Person;
beforeAll(async () => {
  [payer, shop] = [await registerPerson("The payer"), await registerPerson("The shop")];
  await post(payer, "/v1/deposits", { amount: "90000.00" });
});

/** The id of a payment of the payer to the shop. */
const pay = async (amount: string, body: object = { to_wallet_id: shop.wallet.id }) =>
  (await post(payer, "/v1/transfers", { amount, ...body })).id as string;

const refund = (id: string, body: object = {}, person = shop, key?: string) =>
  api("POST", `/v1/transactions/${id}/refunds`, {
    token: person.accessToken,
    body,
    headers: key === undefined ? {} : { "Idempotency-Key": key },
  });
const refunded = async (...given: Parameters<typeof refund>) => {
  const response = await refund(...given);
  expect(response.status).toBe(201);
  return jsonOf(response);
};
const refundsOf = async (id: string, person = payer) =>
  (await read(person, `/v1/transactions/${id}`)).refunds;
const balanceOf = async (person: Person, id = person.wallet.id): Promise<string> =>
  (await read(person, `/v1/wallets/${id}`)).balance;

describe("POST /v1/transactions/{id}/refunds", () => {
  it("gives back parts, then all that is left, linked on both histories", async () => {
    const id = await pay("100.00");
    const [first, before] = [
      await refunded(id, { amount: "30.00", note: "one of two lamps" }),
      await balanceOf(payer),
    ];
    expect(first).toMatchObject({
      type: "REFUND",
      status: "success",
      amount: "30.00",
      currency: "YEM",
      from_wallet: shop.wallet.id,
      to_wallet: payer.wallet.id,
      original_id: id,
      note: "one of two lamps",
      refunded: "30.00",
      refundable: "70.00",
      legs: [{ wallet_id: shop.wallet.id, amount: "-30.00" }],
    });
    expect(first.reference).toMatch(/^RFD-/);
    const rest = await refunded(id);
    expect(rest).toMatchObject({ amount: "70.00", refunded: "100.00", refundable: "0.00" });
    expect(Number(await balanceOf(payer))).toBe(Number(before) + 70);
    for (const person of [payer, shop]) {
      expect(await refundsOf(id, person)).toEqual({
        currency: "YEM",
        refunded: "100.00",
        refundable: "0.00",
        transaction_ids: [rest.id, first.id],
      });
      const history = await list(person, "type=REFUND");
      expect(history.slice(0, 2)).toMatchObject([
        { id: rest.id, original_id: id },
        { id: first.id, original_id: id },
      ]);
    }
    expect(await read(payer, `/v1/transactions/${first.id}`)).toMatchObject({
      original_id: id,
      refunds: null,
      legs: [{ wallet_id: payer.wallet.id, amount: "30.00" }],
    });
  });

  it("never gives back more than was paid, and says what is left", async () => {
    const id = await pay("10.00");
    await refunded(id, { amount: "4.00" });
    const problem = await expectProblem(
      refund(id, { amount: "6.01" }),
      422,
      "refund_exceeds_original",
    );
    expect(problem).toMatchObject({
      refunded: "4.00",
      refundable: "6.00",
      transaction: { type: "REFUND", status: "failed", original_id: id, to_wallet: null, legs: [] },
    });
    await refunded(id, { amount: "6.00" });
    for (const body of [{}, { amount: "0.01" }]) {
      const refused = await expectProblem(refund(id, body), 422, "refund_exceeds_original");
      expect(refused).toMatchObject({ refunded: "10.00", refundable: "0.00" });
    }
  });

  it("gives back exactly the payment in twenty parallel parts of a tenth", async () => {
    const id = await pay("10.00");
    const [paid, got] = [await balanceOf(payer), await balanceOf(shop)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refund(id, { amount: "1.00" })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(201), ...Array(10).fill(422)]);
    expect(await refundsOf(id)).toMatchObject({ refunded: "10.00", refundable: "0.00" });
    expect(Number(await balanceOf(payer))).toBe(Number(paid) + 10);
    expect(Number(await balanceOf(shop))).toBe(Number(got) - 10);
  });

  it("gives back all that is left once of ten that ask for it", async () => {
    const id = await pay("3.00");
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund(id)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await refundsOf(id)).toMatchObject({ refunded: "3.00" });
  });

  it("happens once for one key, also in parallel, and repeats the first answer", async () => {
    const id = await pay("8.00");
    const key = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => refund(id, {}, shop, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const bodies = await Promise.all(answers.map((answer) => jsonOf(answer)));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ amount: "8.00", refunded: "8.00" });

    const again = await pay("9.00");
    const part = crypto.randomUUID();
    const first = await refunded(again, { amount: "1.00" }, shop, part);
    await refunded(again, { amount: "2.00" });
    const replay = await refund(again, { amount: "1.00" }, shop, part);
    expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await replay.json()).toEqual(first);
    expect(first).toMatchObject({ refunded: "1.00", refundable: "8.00" });
    for (const body of [{ amount: "1.01" }, {}, { amount: "1.00", note: "other" }]) {
      await expectProblem(refund(again, body, shop, part), 422, "idempotency_key_reused");
    }
    await expectProblem(refund(id, { amount: "1.00" }, shop, part), 422, "idempotency_key_reused");
  });

  it("has a key of its own: not that of a payment, even one of the same amount", async () => {
    const id = await pay("5.00");
    const key = crypto.randomUUID();
    const back = { amount: "5.00", to_wallet_id: payer.wallet.id };
    const headers = { "Idempotency-Key": key };
    await api("POST", "/v1/transfers", { token: shop.accessToken, body: back, headers });
    await expectProblem(refund(id, { amount: "5.00" }, shop, key), 422, "idempotency_key_reused");
  });

  it("gives back what was captured of a hold", async () => {
    const asked = { amount: "9.00", to_wallet_id: shop.wallet.id, expires_in: 3_600 };
    const { id: placedId, hold } = await post(payer, "/v1/holds", asked);
    const captured = await post(shop, `/v1/holds/${hold.id}/captures`, { amount: "7.00" });
    await expectProblem(refund(captured.id, { amount: "7.01" }), 422, "refund_exceeds_original");
    expect(await refunded(captured.id)).toMatchObject({ amount: "7.00", original_id: captured.id });
    await expectProblem(refund(placedId), 422, "not_refundable");
  });

  it("is for the receiver of a payment of somebody else only", async () => {
    const [id, outsider] = [await pay("2.00"), await registerPerson("An outsider")];
    await expectProblem(refund(id, {}, outsider), 404, "transaction_not_found");
    await expectProblem(refund(id, {}, payer), 422, "not_refundable");
    const given = await refunded(id, { amount: "1.00" });
    await expectProblem(refund(given.id, {}, payer), 422, "not_refundable");
    const deposit = await post(shop, "/v1/deposits", { amount: "3.00" });
    const withdrawal = await post(shop, "/v1/withdrawals", { amount: "1.00" });
    const savings = (await post(shop, "/v1/wallets", { currency: "YEM" })).id;
    const own = await post(shop, "/v1/transfers", { amount: "1.00", to_wallet_id: savings });
    const failed = await post(shop, "/v1/transfers", { amount: "99999.00", to_wallet_id: savings });
    for (const other of [deposit.id, withdrawal.id, own.id, failed.transaction.id]) {
      await expectProblem(refund(other), 422, "not_refundable");
    }
    expect(await refundsOf(own.id, shop)).toMatchObject({ refundable: "0.00" });
    expect(await refundsOf(withdrawal.id, shop)).toBeNull();
  });

  it("takes an amount of the payment's currency, and nothing else", async () => {
    const id = await pay("2.00");
    for (const amount of ["0", "-1.00", "1.001", "1e2", "", null, [], "1000000000000000"]) {
      await expectProblem(refund(id, { amount }), 400, "invalid_amount", "/amount");
    }
    await expectProblem(refund(id, { amount: "1.00", currency: "YEM" }), 400, "invalid_request");
    await expectProblem(refund("txn_1"), 400, "invalid_request", "/id");
    expect(await refundsOf(id)).toMatchObject({ refunded: "0.00", transaction_ids: [] });
    expect(await refunded(id, { amount: 0.5 })).toMatchObject({ amount: "0.50" });
  });

  it("needs the money in the wallet that received it", async () => {
    const poor = await registerPerson("Spent it");
    const id = await pay("20.00", { to_phone: poor.phone, to_wallet_id: undefined });
    await post(poor, "/v1/withdrawals", { amount: "15.00" });
    const problem = await expectProblem(refund(id, {}, poor), 422, "insufficient_funds");
    expect(problem).toMatchObject({ refundable: "20.00", transaction: { amount: "20.00" } });
    expect(await refunded(id, { amount: "5.00" }, poor)).toMatchObject({ refundable: "15.00" });
    expect(await balanceOf(poor)).toBe("0.00");
  });

  it("is refused to a suspended receiver, and to one whose wallet is frozen", async () => {
    const held = await registerPerson("Held");
    const id = await pay("4.00", { to_wallet_id: held.wallet.id });
    const walletId = idOf("wal", held.wallet.id);
    await query(sql`UPDATE wallets SET status = 'frozen', freeze_reason = 'investigation'
      WHERE id = ${walletId}`);
    await expectProblem(refund(id, {}, held), 409, "wallet_frozen");
    await query(sql`UPDATE wallets SET status = 'active', freeze_reason = NULL
      WHERE id = ${walletId}`);
    await query(sql`UPDATE users SET suspended_at = now(), suspension_reason = 'investigation'
      WHERE id = ${idOf("usr", held.user.id)}`);
    await expectProblem(refund(id, {}, held), 403, "account_suspended");
    expect(await refundsOf(id)).toMatchObject({ refunded: "0.00" });
  });

  it("needs a fresh second factor as a payment of its amount does", async () => {
    const careful = await registerPerson("Careful");
    await enrolTotp(careful);
    await post(payer, "/v1/deposits", { amount: "200000.00" });
    const id = await pay("150000.00", { to_wallet_id: careful.wallet.id });
    await ageStepUp(careful, null);
    await expectProblem(refund(id, {}, careful), 403, "step_up_required");
    await expectProblem(refund(id, { amount: "100000.01" }, careful), 403, "step_up_required");
    await refunded(id, { amount: "100000.00" }, careful);
    await ageStepUp(careful, 0);
    await refunded(id, {}, careful);
  });
});

describe("a payer who cannot be paid back", () => {
  /** A payer of their own, who paid the shop 6.00 from a second wallet. */
  async function paidFromSavings() {
    const person = await registerPerson("Saver");
    const savings = (await post(person, "/v1/wallets", { currency: "YEM" })).id as string;
    await post(person, "/v1/deposits", { amount: "6.00", wallet_id: savings });
    const body = { amount: "6.00", from_wallet_id: savings, to_wallet_id: shop.wallet.id };
    return { person, savings, id: (await post(person, "/v1/transfers", body)).id as string };
  }
  const setStatus = (walletId: string, status: "active" | "frozen" | "closed") =>
    query(sql`UPDATE wallets SET status = ${status},
      freeze_reason = ${status === "frozen" ? "investigation" : null}
      WHERE id = ${idOf("wal", walletId)}`);

  it("is paid on the default wallet once the wallet that paid is closed", async () => {
    const { person, savings, id } = await paidFromSavings();
    await setStatus(savings, "closed");
    const key = crypto.randomUUID();
    const first = await refunded(id, { amount: "2.00" }, shop, key);
    expect(first.to_wallet).toBe(person.wallet.id);
    expect(await balanceOf(person)).toBe("2.00");
    // A repetition is the same request, wherever the money would go now.
    await setStatus(savings, "active");
    expect(await refunded(id, { amount: "2.00" }, shop, key)).toEqual(first);
    expect((await refunded(id, { amount: "1.00" })).to_wallet).toBe(savings);
  });

  it("is refused alike for a wallet that is frozen, full or gone with its account", async () => {
    const { person, savings, id } = await paidFromSavings();
    await setStatus(savings, "frozen");
    const frozen = await expectProblem(refund(id), 409, "refund_unavailable");
    expect(frozen).toMatchObject({ refundable: "6.00", transaction: { to_wallet: null } });
    await setStatus(savings, "active");
    await api("POST", "/v1/users/me/delete", {
      token: person.accessToken,
      body: { password: person.password },
    });
    const gone = await expectProblem(refund(id), 409, "refund_unavailable");
    const { title, detail, code } = frozen;
    expect(gone).toMatchObject({ title, code, ...(detail && { detail }) });
  });

  it("is paid while suspended: money may still arrive", async () => {
    const { person, id } = await paidFromSavings();
    await query(sql`UPDATE users SET suspended_at = now(), suspension_reason = 'investigation'
      WHERE id = ${idOf("usr", person.user.id)}`);
    expect((await refund(id)).status).toBe(201);
  });
});

describe("the refunds of one payment", () => {
  it("are bounded", async () => {
    const id = await pay("5.00");
    const first = await refunded(id, { amount: "0.01" });
    // As many as may be, but one, without asking for each.
    const originalId = idOf("txn", id);
    const setCount = (count: number) =>
      query(sql`UPDATE refund_totals SET refunds = ${count} WHERE original_id = ${originalId}`);
    await setCount(REFUNDS_PER_TRANSACTION_MAX - 1);
    const last = await refunded(id, { amount: "0.01" });
    await expectProblem(refund(id), 409, "refund_limit_reached");
    await setCount(2);
    expect((await refundsOf(id)).transaction_ids).toEqual([last.id, first.id]);
  });
});
