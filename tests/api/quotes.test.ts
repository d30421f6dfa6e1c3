import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  IDEMPOTENCY_KEY_TTL_DAYS,
  OPEN_QUOTES_MAX,
  QUOTE_RETENTION_DAYS,
  QUOTE_SECONDS,
} from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { deleteUnusedQuotes } from "../../src/services/maintenance/delete-expired.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { askQuote, expireQuotes, openWallet, quoted, setRate } from "../rates.ts";

const OMR_TO_USD = { from_currency: "OMR", to_currency: "USD", amount: "10.000" };
let person: Person;
let other: Person;

beforeAll(async () => {
  [person, other] = await Promise.all([registerPerson(), registerPerson()]);
  await setRate({
    base: "OMR",
    counter: "USD",
    numerator: 26,
    denominator: 10,
    spread: 50,
    fee: 100,
  });
  await setRate({ base: "OMR", counter: "YEM", market: "aden", numerator: 4_200 });
});

const refused = async (body: Record<string, unknown>, status: number, code: string) =>
  expectProblem(await askQuote(person, { ...OMR_TO_USD, ...body }), status, code);

describe("POST /v1/quotes", () => {
  it("shows rate, spread and fee apart, and holds the amounts for a while", async () => {
    const quote = await quoted(person, OMR_TO_USD);
    expect(quote).toMatchObject({
      status: "open",
      market: null,
      source_amount: "10.000",
      fee_amount: "0.100",
      // 9.9 × 2.6 × 0.995
      target_amount: "25.61",
      rate: { rate: "2.6", unit: 1, spread_basis_points: 50, fee_basis_points: 100 },
    });
    const lifeMs = Date.parse(quote.expires_at) - Date.parse(quote.created_at);
    expect(lifeMs).toBe(QUOTE_SECONDS * 1_000);
    const read = await jsonOf(api("GET", `/v1/quotes/${quote.id}`, { token: person.accessToken }));
    expect(read).toEqual(quote);
  });

  it("computes the source from a given target, in both directions of the pair", async () => {
    const bought = await quoted(person, { ...OMR_TO_USD, side: "target", amount: "25.61" });
    expect(bought).toMatchObject({ source_amount: "10.000", target_amount: "25.61" });
    const body = { from_currency: "USD", to_currency: "OMR", side: "target", amount: "1.000" };
    // 1 × 2.6 ÷ (0.99 × 0.995) = 2.6395
    expect(await quoted(person, body)).toMatchObject({ source_amount: "2.64", fee_amount: "0.02" });
    await expireQuotes(person);
  });

  it("gives a repeated request its first quote, and refuses its key for another request", async () => {
    const headers = { "Idempotency-Key": "quote" };
    const first = await jsonOf(askQuote(person, OMR_TO_USD, headers));
    const again = await askQuote(person, { ...OMR_TO_USD, amount: "10" }, headers);
    expect(again.status).toBe(201);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect((await jsonOf(again)).id).toBe(first.id);
    await expireQuotes(person);
    expect((await jsonOf(askQuote(person, OMR_TO_USD, headers))).id).toBe(first.id);
    const reused = await askQuote(person, { ...OMR_TO_USD, amount: "11" }, headers);
    await expectProblem(reused, 422, "idempotency_key_reused");
    const transfer = { amount: "1.00", to_phone: other.phone };
    const moved = await api("POST", "/v1/transfers", {
      token: person.accessToken,
      body: transfer,
      headers,
    });
    await expectProblem(moved, 422, "idempotency_key_reused");
  });

  it("makes one quote of five requests at once with one key", async () => {
    const headers = { "Idempotency-Key": "at once" };
    const made = await Promise.all(
      Array.from({ length: 5 }, async () => jsonOf(askQuote(person, OMR_TO_USD, headers))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    await expireQuotes(person);
  });

  it("allows a bounded number of open quotes, also at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: OPEN_QUOTES_MAX + 4 }, () => askQuote(other, OMR_TO_USD)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(OPEN_QUOTES_MAX);
    const next = await askQuote(other, OMR_TO_USD);
    await expectProblem(next, 429, "open_quotes_limit_reached");
    expect(Number(next.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(Number(next.headers.get("Retry-After"))).toBeLessThanOrEqual(QUOTE_SECONDS);
    await expireQuotes(other);
    expect((await askQuote(other, OMR_TO_USD)).status).toBe(201);
  });
});

describe("a quote is refused", () => {
  it("without a rate, for the pair or for the market, and never made at 1", async () => {
    await refused({ to_currency: "BHD" }, 422, "rate_unavailable");
    await refused({ to_currency: "YEM", market: "sanaa" }, 422, "rate_unavailable");
    await refused({ to_currency: "YER" }, 422, "rate_unavailable");
    await refused(
      { from_currency: "YEM", to_currency: "YER", amount: "1.00" },
      422,
      "rate_unavailable",
    );
  });

  it("once the newest rate has expired: an older one does not come back", async () => {
    const pair = { base: "GBP", counter: "OMR" };
    await setRate({ ...pair, numerator: 1, denominator: 2 });
    const body = { from_currency: "GBP", to_currency: "OMR", amount: "10.00" };
    expect((await askQuote(person, body)).status).toBe(201);
    await setRate({ ...pair, numerator: 1, denominator: 2, validSeconds: -1 });
    await expectProblem(await askQuote(person, body), 422, "rate_unavailable");
    await expireQuotes(person);
  });

  it("for an amount that gives nothing, is too large, or is none", async () => {
    await setRate({ base: "OMR", counter: "SAR", numerator: 10, quoteMax: 5_000 });
    const toSar = { to_currency: "SAR" };
    await refused({ ...toSar, amount: "5.001" }, 422, "quote_limit_exceeded");
    expect((await askQuote(person, { ...OMR_TO_USD, ...toSar, amount: "5.000" })).status).toBe(201);
    const back = { from_currency: "SAR", to_currency: "OMR", side: "target" };
    await refused({ ...back, amount: "5.001" }, 422, "quote_limit_exceeded");
    await setRate({ base: "OMR", counter: "TRY", numerator: 1, denominator: 1_000 });
    await refused({ to_currency: "TRY", amount: "0.001" }, 422, "amount_too_small");
    for (const amount of ["0", "-1", "1.0000", "1e3", "10000000000000"]) {
      await refused({ amount }, 400, "invalid_amount");
    }
    await expireQuotes(person);
  });

  it.each([
    ["one currency", { to_currency: "OMR" }, "/to_currency"],
    ["a market without YEM", { market: "aden" }, "/market"],
    ["another market", { market: "taiz" }, "/market"],
    ["no target", { to_currency: undefined }, "/to_currency"],
    ["two sources", { from_wallet_id: "wal_01kazv5q0vfvtrx6r2n1p3b4c5" }, "/from_currency"],
    ["no side", { side: "middle" }, "/side"],
  ])("for %s", async (_, body, pointer) => {
    const problem = await refused(body, 400, "invalid_request");
    expect(problem.errors).toMatchObject([{ pointer }]);
  });

  it("for a wallet of somebody else, which is recorded, and for one that does not exist", async () => {
    const { from_currency: _, ...rest } = OMR_TO_USD;
    for (const id of [other.wallet.id, "wal_01kazv5q0vfvtrx6r2n1p3b4c5"]) {
      const answer = await askQuote(person, { ...rest, from_wallet_id: id });
      await expectProblem(answer, 404, "wallet_not_found");
    }
    const events = await auditEvents(person.user.id);
    expect(events.filter(({ type }) => type === "ownership_refused")).toHaveLength(1);
  });

  it("for anybody but its owner", async () => {
    const { id } = await quoted(person, OMR_TO_USD);
    const answer = await api("GET", `/v1/quotes/${id}`, { token: other.accessToken });
    await expectProblem(answer, 404, "quote_not_found");
    await expireQuotes(person);
  });
});

describe("the market of a quote", () => {
  it("is that of the named wallet, else that of the default wallet, and the two must agree", async () => {
    await setRate({ base: "OMR", counter: "YEM", market: "sanaa", numerator: 1_390 });
    const sanaa = await openWallet(person, "YEM", { market: "sanaa" });
    const toRial = { from_currency: "OMR", amount: "1.000" };
    expect(await quoted(person, { ...toRial, to_currency: "YEM" })).toMatchObject({
      market: "aden",
      target_amount: "4200.00",
    });
    expect(await quoted(person, { ...toRial, to_wallet_id: sanaa })).toMatchObject({
      market: "sanaa",
      target_amount: "1390.00",
    });
    expect(await quoted(person, { ...toRial, to_currency: "YEM", market: "sanaa" })).toMatchObject({
      market: "sanaa",
    });
    const mixed = await askQuote(person, { ...toRial, to_wallet_id: sanaa, market: "aden" });
    await expectProblem(mixed, 422, "market_mismatch");
  });
});

describe("a quote that was not used", () => {
  it("is kept longer than its key, and then deleted", async () => {
    const [old, young] = [await quoted(person, OMR_TO_USD), await quoted(person, OMR_TO_USD)];
    const age = (id: string, days: number) =>
      query(sql`UPDATE quotes SET created_at = now() - make_interval(days => ${days + 1}::int),
        expires_at = now() - make_interval(days => ${days}::int) WHERE id = ${idOf("quo", id)}`);
    await age(old.id, QUOTE_RETENTION_DAYS + 1);
    await age(young.id, QUOTE_RETENTION_DAYS - 1);
    expect(QUOTE_RETENTION_DAYS).toBeGreaterThan(IDEMPOTENCY_KEY_TTL_DAYS);
    const ctx = serviceContext(env, readConfig(env));
    expect(await deleteUnusedQuotes(ctx)).toBeGreaterThan(0);
    const statuses = [old, young].map(async ({ id }) => {
      const { status } = await api("GET", `/v1/quotes/${id}`, { token: person.accessToken });
      return status;
    });
    expect(await Promise.all(statuses)).toEqual([404, 200]);
  });
});
