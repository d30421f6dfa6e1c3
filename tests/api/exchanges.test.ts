import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import type { CurrencyCode } from "../../src/domain/currency.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { postMoney } from "../../src/services/money/post-money.ts";
import { openWallet as openAnyWallet } from "../../src/services/wallets/open-wallet.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { askQuote, expireQuotes, openWallet, quoted, setRate } from "../rates.ts";
import { callerOf } from "../services.ts";

const database = connectHttp(readConfig(env));
let payer: Person;
let payee: Person;
/** The payer's wallets, beside the default one in YEM. */
let sar: string;
let moreSar: string;
let sanaa: string;

beforeAll(async () => {
  [payer, payee] = await Promise.all([registerPerson(), registerPerson()]);
  sar = await openWallet(payer, "SAR", { amount: "700.00" });
  moreSar = await openWallet(payer, "SAR", { amount: "100.00" });
  sanaa = await openWallet(payer, "YEM", { market: "sanaa" });
  await setRate({
    base: "SAR",
    counter: "YEM",
    market: "aden",
    numerator: 430,
    spread: 50,
    fee: 100,
  });
  await setRate({ base: "SAR", counter: "YEM", market: "sanaa", numerator: 140 });
});
afterEach(() => proveLedger(database));

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api("POST", path, { token: payer.accessToken, body, headers });
const get = (person: Person, path: string) =>
  jsonOf(api("GET", path, { token: person.accessToken }));
const balanceOf = async (person: Person, id: string) =>
  (await get(person, `/v1/wallets/${id}`)).balance;
const exchange = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
  post("/v1/exchanges", body, headers);
const keyed = (key: string) => ({ "Idempotency-Key": key });

const SELL = { from_currency: "SAR", to_currency: "YEM", amount: "10.00" };
const sell = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await quoted(payer, { ...SELL, ...more })).id;
describe("POST /v1/exchanges", () => {
  it("moves both halves and the fee in one transaction, with a receipt", async () => {
    const quote_id = await sell();
    const made = await exchange({ quote_id });
    expect(made.status).toBe(201);
    const receipt = await jsonOf(made);
    expect(receipt).toMatchObject({
      type: "EXCHANGE",
      status: "success",
      amount: "10.00",
      currency: "SAR",
      from_wallet: sar,
      to_wallet: payer.wallet.id,
      exchange: {
        quote_id,
        source_amount: "10.00",
        source_currency: "SAR",
        fee_amount: "0.10",
        // 9.9 × 430 × 0.995
        target_amount: "4235.71",
        target_currency: "YEM",
        market: "aden",
        rate: { rate: "430", spread_basis_points: 50, fee_basis_points: 100 },
      },
    });
    expect(receipt.legs).toMatchObject([
      { wallet_id: sar, currency: "SAR", amount: "-10.00", balance_after: "690.00" },
      { wallet_id: payer.wallet.id, currency: "YEM", amount: "4235.71", balance_after: "4235.71" },
    ]);
    expect(await get(payer, `/v1/transactions/${receipt.id}`)).toMatchObject(receipt);
    for (const currency of ["SAR", "YEM"]) {
      const { data } = await get(payer, `/v1/transactions?type=EXCHANGE&currency=${currency}`);
      expect(data).toEqual([{ ...receipt, counterparty: null }]);
    }
    expect(await get(payer, `/v1/quotes/${quote_id}`)).toMatchObject({ status: "used" });
    const entries = await query<{ purpose: string; amount: string }>(sql`
      SELECT w.system_purpose AS purpose, e.amount::text FROM entries e JOIN wallets w ON w.id = e.wallet_id
      WHERE e.transaction_id = ${idOf("txn", receipt.id)} AND w.owner_id IS NULL ORDER BY e.amount`);
    expect(entries).toEqual([
      { purpose: "liquidity", amount: "-423571" },
      { purpose: "exchange_fees", amount: "10" },
      { purpose: "liquidity", amount: "990" },
    ]);
  });

  it("uses a quote once, also for ten requests at once from two wallets", async () => {
    const quote_id = await sell();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        exchange({ quote_id, from_wallet_id: i % 2 ? sar : moreSar }, keyed(`race-${i}`)),
      ),
    );
    const problems = await Promise.all(
      answers.filter(({ status }) => status !== 201).map((answer) => jsonOf(answer)),
    );
    expect(problems.map(({ code }) => code)).toEqual(Array(9).fill("quote_used"));
    expect(problems[0].transaction).toMatchObject({ status: "failed", failure_code: "quote_used" });
    await expectProblem(await exchange({ quote_id }), 422, "quote_used");
  });

  it("answers a repeated request with its first answer, also after the quote has expired", async () => {
    const quote_id = await sell();
    const first = await jsonOf(exchange({ quote_id }, keyed("late")));
    await expireQuotes(payer);
    const again = await exchange({ quote_id }, keyed("late"));
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await jsonOf(again)).toEqual(first);
  });

  it("refuses an expired quote, and records it", async () => {
    const quote_id = await sell();
    await expireQuotes(payer);
    const problem = await expectProblem(
      await exchange({ quote_id }, keyed("too-late")),
      422,
      "quote_expired",
    );
    expect(problem.transaction).toMatchObject({
      type: "EXCHANGE",
      status: "failed",
      exchange: { quote_id },
      legs: [],
    });
    expect(await get(payer, `/v1/quotes/${quote_id}`)).toMatchObject({ status: "expired" });
    await expectProblem(await exchange({ quote_id }, keyed("too-late")), 422, "quote_expired");
  });

  it("leaves the quote open after a dry run and after a failure", async () => {
    const quote_id = await sell({ amount: "150.00" });
    const preview = await exchange({ quote_id }, { Prefer: "dry-run" });
    expect(preview.status).toBe(200);
    expect(await jsonOf(preview)).toMatchObject({ legs: [{ amount: "-150.00" }, {}] });
    const poor = await exchange({ quote_id, from_wallet_id: moreSar });
    await expectProblem(poor, 422, "insufficient_funds");
    expect((await exchange({ quote_id })).status).toBe(201);
  });

  it("refuses a quote and wallets of others, and wallets of other currencies", async () => {
    const foreign = (await quoted(payee, SELL)).id;
    await expectProblem(await exchange({ quote_id: foreign }), 404, "quote_not_found");
    const quote_id = await sell();
    const to_wallet_id = payee.wallet.id;
    await expectProblem(await exchange({ quote_id, to_wallet_id }), 404, "wallet_not_found");
    const from_wallet_id = payee.wallet.id;
    await expectProblem(await exchange({ quote_id, from_wallet_id }), 404, "wallet_not_found");
    const wrong = { quote_id, from_wallet_id: payer.wallet.id, to_wallet_id: sanaa };
    await expectProblem(await exchange(wrong), 422, "currency_mismatch");
    const same = await exchange({ quote_id, from_wallet_id: sar, to_wallet_id: sar });
    await expectProblem(same, 422, "same_wallet");
    await expireQuotes(payer);
  });
});

describe("a transfer with a quote", () => {
  it("pays somebody in their currency, who sees amounts in it and nothing of the payer's", async () => {
    const quote_id = await sell();
    const before = await balanceOf(payee, payee.wallet.id);
    const paid = await jsonOf(
      post("/v1/transfers", { quote_id, to_phone: payee.phone, note: "school" }),
    );
    expect(paid).toMatchObject({
      type: "TRANSFER",
      amount: "10.00",
      currency: "SAR",
      note: "school",
    });
    expect(paid.legs).toMatchObject([{ wallet_id: sar, currency: "SAR", amount: "-10.00" }]);
    expect(paid.exchange).toMatchObject({ target_amount: "4235.71", fee_amount: "0.10" });
    const received = await get(payee, `/v1/transactions/${paid.id}`);
    expect(received).toMatchObject({ amount: "4235.71", currency: "YEM", exchange: null });
    expect(received.legs).toMatchObject([{ wallet_id: payee.wallet.id, amount: "4235.71" }]);
    const payerBalance = paid.legs[0].balance_after;
    expect(JSON.stringify(received)).not.toContain(payerBalance);
    expect(before).toBe("0.00");
    const { data } = await get(payee, "/v1/transactions?currency=SAR");
    expect(data).toEqual([]);
    const [entry] = (await get(payee, `/v1/wallets/${payee.wallet.id}/entries`)).data;
    expect(entry).toMatchObject({ currency: "YEM", amount: "4235.71" });
  });

  it("to nobody is refused, and the quote stays open", async () => {
    const quote_id = await sell();
    const wrong = { quote_id, to_wallet_id: "wal_01kazv5q0vfvtrx6r2n1p3b4c5" };
    await expectProblem(await post("/v1/transfers", wrong), 404, "recipient_not_found");
    const to_wallet_id = payee.wallet.id;
    const both = { quote_id, to_wallet_id, amount: "1.00" };
    const problem = await expectProblem(await post("/v1/transfers", both), 400, "invalid_request");
    expect(problem.errors).toMatchObject([{ pointer: "/amount", code: "conflicting_fields" }]);
    expect((await post("/v1/transfers", { quote_id, to_wallet_id })).status).toBe(201);
  });
});

describe("rials of two markets", () => {
  it("do not mix: what was bought at the one rate is not sold at the other", async () => {
    const atSanaa = await sell({ market: "sanaa" });
    await expectProblem(await exchange({ quote_id: atSanaa }), 422, "market_mismatch");
    const made = await exchange({ quote_id: atSanaa, to_wallet_id: sanaa });
    expect(await jsonOf(made)).toMatchObject({
      exchange: { market: "sanaa", target_amount: "1400.00" },
    });
    const to = { to_wallet_id: payer.wallet.id, from_wallet_id: sanaa, amount: "100.00" };
    await expectProblem(await post("/v1/transfers", to), 422, "market_mismatch");
    const back = { from_wallet_id: payer.wallet.id, to_wallet_id: sanaa, amount: "100.00" };
    await expectProblem(await post("/v1/transfers", back), 422, "market_mismatch");
    const buy = { from_wallet_id: sanaa, to_currency: "SAR", amount: "140.00" };
    const asAden = { ...buy, from_wallet_id: undefined, from_currency: "YEM", market: "aden" };
    const { id: quote_id } = await quoted(payer, asAden);
    const wrongWallet = await exchange({ quote_id, from_wallet_id: sanaa });
    await expectProblem(wrongWallet, 422, "market_mismatch");
    expect(await quoted(payer, buy)).toMatchObject({ market: "sanaa", target_amount: "1.00" });
    await expireQuotes(payer);
  });

  it("do not reach a default wallet of the other market, and the payer does not learn why", async () => {
    const byPhone = { from_wallet_id: sanaa, to_phone: payee.phone, amount: "1.00" };
    await expectProblem(await post("/v1/transfers", byPhone), 404, "recipient_not_found");
    const byId = { from_wallet_id: sanaa, to_wallet_id: payee.wallet.id, amount: "1.00" };
    await expectProblem(await post("/v1/transfers", byId), 422, "market_mismatch");
    const hold = { ...byId, expires_in: 600 };
    await expectProblem(await post("/v1/holds", hold), 422, "market_mismatch");
    const sweep = { sweep_to_wallet_id: payer.wallet.id };
    const closed = await post(`/v1/wallets/${sanaa}/close`, sweep);
    await expectProblem(closed, 422, "market_mismatch");
    const theirs = await openWallet(payee, "YEM", { market: "sanaa" });
    const paid = await post("/v1/transfers", { ...byId, to_wallet_id: theirs });
    expect(paid.status).toBe(201);
    const quote_id = await sell({ market: "sanaa" });
    const quotedByPhone = { quote_id, to_phone: payee.phone };
    await expectProblem(await post("/v1/transfers", quotedByPhone), 404, "recipient_not_found");
    expect((await post("/v1/transfers", { quote_id, to_wallet_id: theirs })).status).toBe(201);
  });
});

describe("the old rial's code", () => {
  it("is worth exactly one YEM, without a fee, and only in that direction", async () => {
    const refused = await post("/v1/wallets", { currency: "YER" });
    const problem = await expectProblem(refused, 400, "invalid_request");
    expect(problem.errors).toMatchObject([{ pointer: "/currency", code: "currency_not_offered" }]);
    const deposit = await post("/v1/deposits", { currency: "YER", amount: "1.00" });
    await expectProblem(deposit, 400, "invalid_request");
    const { data } = await get(payer, "/v1/currencies");
    const yer = data.find(({ code }: { code: string }) => code === "YER");
    expect(yer).toMatchObject({ replaced_by: "YEM" });

    // A wallet and a deposit from when YER was still offered.
    const [ctx, caller] = [serviceContext(env, readConfig(env)), callerOf(payer)];
    const currency = "YER" as CurrencyCode;
    await openAnyWallet(ctx, caller, { currency, label: null, idempotencyKey: null });
    const outcome = await postMoney(ctx, caller, {
      type: "DEPOSIT",
      amountMinor: 123_45n,
      currency,
      from: null,
      to: { by: "default" },
      note: null,
      idempotencyKey: null,
    });
    expect(outcome.kind).toBe("recorded");
    const body = { from_currency: "YER", to_currency: "YEM", amount: "123.45" };
    const quote = await quoted(payer, body);
    expect(quote).toMatchObject({ rate: null, fee_amount: "0.00", target_amount: "123.45" });
    const made = await jsonOf(exchange({ quote_id: quote.id }));
    expect(made).toMatchObject({ status: "success", exchange: { rate: null, market: "aden" } });
    const intoSanaa = { from_currency: "YER", to_wallet_id: sanaa, amount: "1.00" };
    await expectProblem(await askQuote(payer, intoSanaa), 422, "market_mismatch");
  });
});

describe("the service's position in a currency", () => {
  it("stays within its cap, exactly, for ten exchanges at once", async () => {
    await setRate({ base: "KMF", counter: "SAR", numerator: 1, denominator: 100 });
    const rich = await Promise.all([registerPerson(), registerPerson()]);
    const wallets = await Promise.all(rich.map((one) => openWallet(one, "KMF", { amount: "100" })));
    await Promise.all(rich.map((one) => openWallet(one, "SAR")));
    const body = { from_currency: "KMF", to_currency: "SAR", amount: "10" };
    const quotes = await Promise.all(
      rich.flatMap((one) => Array.from({ length: 5 }, async () => (await quoted(one, body)).id)),
    );
    const kmf = sql`(SELECT id FROM wallets WHERE currency = 'KMF' AND system_purpose = 'liquidity')`;
    await query(
      sql`UPDATE liquidity_positions SET ceiling = position + 55 WHERE wallet_id = ${kmf}`,
    );
    const answers = await Promise.all(
      quotes.map((quote_id, i) =>
        api("POST", "/v1/exchanges", {
          token: rich[i < 5 ? 0 : 1]?.accessToken,
          body: { quote_id },
        }),
      ),
    );
    const codes = await Promise.all(answers.map(async (answer) => (await jsonOf(answer)).code));
    expect(codes.filter((code) => code === undefined)).toHaveLength(5);
    expect(codes.filter((code) => code === "liquidity_exhausted")).toHaveLength(5);
    const [row] = await query<{ left: string }>(sql`
      SELECT (ceiling - position)::text AS left FROM liquidity_positions WHERE wallet_id = ${kmf}`);
    expect(row?.left).toBe("5");
    await query(
      sql`UPDATE liquidity_positions SET ceiling = 1000000000000 WHERE wallet_id = ${kmf}`,
    );
    expect(wallets).toHaveLength(2);
  });
});
