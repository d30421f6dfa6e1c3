import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { openWallet, quoted, setRate } from "../rates.ts";
import { post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

let payer: Person;
let shop: Person;
let riyals: string;
beforeAll(async () => {
  [payer, shop] = [await registerPerson("The payer"), await registerPerson("The shop")];
  riyals = await openWallet(payer, "SAR", { amount: "700.00" });
  const terms = { numerator: 430, spread: 50, fee: 100 };
  await setRate({ base: "SAR", counter: "YEM", market: "aden", ...terms });
});

/** Pays the shop this many riyals, of which it gets rials at the rate; the fee is one in a hundred. */
async function pay(amount: string): Promise<{ id: string; got: string }> {
  const quote = await quoted(payer, { from_currency: "SAR", to_currency: "YEM", amount });
  const body = { quote_id: quote.id, to_wallet_id: shop.wallet.id };
  const { id } = await post(payer, "/v1/transfers", body);
  expect(id).toEqual(expect.any(String));
  return { id, got: quote.target_amount };
}
const refund = (id: string, body: object = {}, headers: Record<string, string> = {}) =>
  api("POST", `/v1/transactions/${id}/refunds`, { token: shop.accessToken, body, headers });
const riyalsLeft = async (): Promise<number> =>
  Number((await read(payer, `/v1/wallets/${riyals}`)).balance);
const minor = (amount: string | number) => Math.round(Number(amount) * 100);
/** The service's position in a currency, in minor units. */
async function position(currency: string): Promise<number> {
  const [row] = await query<{ position: string }>(sql`
    SELECT p.position::text FROM liquidity_positions p JOIN wallets w ON w.id = p.wallet_id
    WHERE w.currency = ${currency} AND w.system_purpose = 'liquidity'`);
  return Number(row?.position);
}

describe("the refund of a payment that was exchanged", () => {
  it("goes back at the payment's rate, in parts, without the fee, exactly in the end", async () => {
    const [sar, yem] = [await position("SAR"), await position("YEM")];
    const { id, got } = await pay("10.00");
    expect(got).toBe("4235.71");
    // Another rate since then changes nothing.
    await setRate({ base: "SAR", counter: "YEM", market: "aden", numerator: 600 });
    const before = await riyalsLeft();
    const preview = await refund(id, {}, { Prefer: "dry-run" });
    expect(preview.status).toBe(200);
    expect(await preview.json()).toMatchObject({ amount: "4235.71", refundable: "0.00" });
    let given = 0;
    for (const amount of ["1000.00", "99.99", "1999.01", null]) {
      const part = await jsonOf(refund(id, amount === null ? {} : { amount }));
      expect(part).toMatchObject({ type: "REFUND", currency: "YEM", original_id: id });
      given += minor(part.amount);
      const due = Math.floor((990 * given) / 423_571);
      expect(minor((await riyalsLeft()) - before)).toBe(due);
    }
    expect(given).toBe(423_571);
    expect(minor((await riyalsLeft()) - before)).toBe(990);
    expect([await position("SAR"), await position("YEM")]).toEqual([sar, yem]);
    expect((await read(payer, `/v1/transactions/${id}`)).refunds).toMatchObject({
      currency: "YEM",
      refunded: "4235.71",
    });
    await expectProblem(refund(id, { amount: "0.01" }), 422, "refund_exceeds_original");
    await setRate({ base: "SAR", counter: "YEM", market: "aden", numerator: 430, fee: 100 });
  });

  it("is refused if the payer would get nothing", async () => {
    const { id } = await pay("1.00");
    const problem = await expectProblem(refund(id, { amount: "0.01" }), 422, "refund_too_small");
    expect(problem.transaction).toMatchObject({ status: "failed", original_id: id });
    expect((await refund(id)).status).toBe(201);
  });

  it("is refused if it would move the service's position beyond its caps", async () => {
    const { id } = await pay("5.00");
    const atRiyals = sql`FROM wallets w WHERE w.id = p.wallet_id AND w.currency = 'SAR'
      AND w.system_purpose = 'liquidity'`;
    const [caps] = await query<{ floor: string }>(sql`
      SELECT p.floor::text FROM liquidity_positions p JOIN wallets w ON w.id = p.wallet_id
      WHERE w.currency = 'SAR' AND w.system_purpose = 'liquidity'`);
    await query(sql`UPDATE liquidity_positions p SET position = 0, floor = 0 ${atRiyals}`);
    await expectProblem(refund(id), 422, "liquidity_exhausted");
    await query(sql`UPDATE liquidity_positions p SET floor = ${caps?.floor}::bigint,
      position = (SELECT coalesce(sum(e.amount), 0) FROM entries e WHERE e.wallet_id = p.wallet_id)
      ${atRiyals}`);
    expect((await refund(id)).status).toBe(201);
  });

  it("and a reversal share what was paid; the reversal gives its part of the fee back", async () => {
    const { id, got } = await pay("20.00");
    const before = await riyalsLeft();
    const half = (minor(got) / 2 / 100).toFixed(2);
    await refund(id, { amount: half });
    const [maker, checker] = [await registerOperator("admin"), await registerOperator("admin")];
    const body = { reason: "service_error", shortfall: "loss_wallet" };
    const spent = (await read(shop, `/v1/wallets/${shop.wallet.id}`)).balance;
    await post(shop, "/v1/withdrawals", { amount: spent });
    const proposal = await jsonOf(act(maker, "POST", `/transactions/${id}/reversals`, body));
    expect(proposal).toMatchObject({ amount: half, currency: "YEM" });
    expect((await act(checker, "POST", `/money-proposals/${proposal.id}/approve`)).status).toBe(
      200,
    );
    // All but the fee of the half that the shop gave back: 1,980 and 10 of 2,000.
    expect(minor((await riyalsLeft()) - before)).toBe(1_990);
    expect((await read(shop, `/v1/transactions/${id}`)).refunds).toMatchObject({
      refunded: got,
      refundable: "0.00",
    });
    const [loss] = await query<{ lost: string }>(sql`
      SELECT (-e.amount)::text AS lost FROM entries e JOIN wallets w ON w.id = e.wallet_id
      JOIN transactions t ON t.id = e.transaction_id
      WHERE t.original_id = ${idOf("txn", id)} AND w.system_purpose = 'loss'`);
    expect(Number(loss?.lost)).toBe(minor(half));
  });
});
