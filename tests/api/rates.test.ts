import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { FEED_BYTES_MAX, RATE_PROPOSAL_HOURS } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { listRates } from "../../src/services/rates/list-rates.ts";
import { readFeed } from "../../src/services/rates/read-feed.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { askQuote, setRate } from "../rates.ts";
import { callerOf } from "../services.ts";
import { act, registerOperator } from "./operator.ts";

let one: Person;
let two: Person;
let person: Person;

beforeAll(async () => {
  [one, two, person] = await Promise.all([
    registerOperator("admin"),
    registerOperator("admin"),
    registerPerson(),
  ]);
});

const TERMS = {
  base_currency: "CHF",
  counter_currency: "NOK",
  rate: "12.5",
  spread_basis_points: 50,
  fee_basis_points: 20,
  quote_max: "1000.00",
  valid_for_seconds: 3_600,
};
const put = (admin: Person, body: Record<string, unknown> = {}) =>
  act(admin, "PUT", "/rates", { ...TERMS, ...body });
const decide = (admin: Person, id: string, decision: "approve" | "reject") =>
  act(admin, "POST", `/rate-proposals/${id}/${decision}`);
const propose = async (body: Record<string, unknown>): Promise<{ id: string }> => {
  const answer = await put(one, body);
  expect(answer.status).toBe(202);
  return jsonOf(answer);
};
/** Both decide at once; resolves to the statuses, the lower first. */
const statusesOf = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).sort();

async function listed(pair: string): Promise<Record<string, unknown> | undefined> {
  const found: Record<string, unknown>[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path: string = `/v1/rates?limit=3${cursor && `&cursor=${cursor}`}`;
    const { data, next_cursor } = await jsonOf(api("GET", path, { token: person.accessToken }));
    found.push(...data);
    cursor = next_cursor;
  }
  const names = found.map((r) =>
    `${r.base_currency} ${r.counter_currency} ${r.market ?? ""}`.trim(),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual([...names].sort());
  return found[names.indexOf(pair)];
}

describe("a rate that an operator sets", () => {
  it("needs a second admin if it is the first of its pair", async () => {
    const proposal = await propose({});
    expect(await listed("CHF NOK")).toBeUndefined();
    const { data } = await jsonOf(act(two, "GET", "/rate-proposals"));
    expect(data).toContainEqual(proposal);
    await expectProblem(await decide(one, proposal.id, "approve"), 403, "other_operator_required");
    const approvals = [decide(two, proposal.id, "approve"), decide(two, proposal.id, "approve")];
    expect(await statusesOf(approvals)).toEqual([200, 404]);
    expect(await listed("CHF NOK")).toMatchObject({ rate: "12.5", source: "operator" });
    const [proposed, set] = (await auditEvents(one.user.id)).slice(-2);
    expect(proposed).toMatchObject({ type: "rate_proposed", details: { pair: "CHF NOK" } });
    expect(set).toMatchObject({ type: "rate_set", details: { proposed_by: one.user.id } });
  });

  it("is in force at once within 5 %, and waits for a second admin beyond", async () => {
    expect((await put(one, { rate: "13.125" })).status).toBe(200);
    expect(await listed("CHF NOK")).toMatchObject({ rate: "13.125" });
    // Within 5 % of the last rate, but not of the one before: small steps do not add up.
    await propose({ rate: "13.126" });
    await propose({ rate: "11.9" });
    expect(await listed("CHF NOK")).toMatchObject({ rate: "13.125" });
  });

  it.each([
    ["a larger spread", { rate: "13.125", spread_basis_points: 600 }],
    ["a higher limit for a quote", { rate: "13.125", quote_max: "1000.01" }],
  ])("waits for a second admin with %s", async (_, body) => {
    await propose(body);
  });

  it("is read in either order of its currencies, and exactly", async () => {
    const swapped = { base_currency: "NOK", counter_currency: "CHF", rate: "8", unit: 100 };
    expect((await put(one, { ...swapped, quote_max: "1000.00" })).status).toBe(200);
    expect(await listed("CHF NOK")).toMatchObject({
      rate: "12.5",
      numerator: "25",
      denominator: "2",
    });
  });

  it("replaces the proposal before, and is rejected by any admin", async () => {
    const [first, second] = [await propose({ rate: "20" }), await propose({ rate: "21" })];
    await expectProblem(await decide(two, first.id, "approve"), 404, "proposal_not_found");
    const decisions = [decide(two, second.id, "approve"), decide(one, second.id, "reject")];
    expect((await statusesOf(decisions)).filter((status) => status === 404)).toHaveLength(1);
    await propose({ rate: "40" });
  });

  it("cannot be approved after a day, or after its proposer has lost the role", async () => {
    const late = await propose({ rate: "50" });
    await query(sql`UPDATE rate_proposals SET created_at = created_at - interval '2 days',
      expires_at = now() WHERE id = ${idOf("prp", late.id)}`);
    await expectProblem(await decide(two, late.id, "approve"), 404, "proposal_not_found");
    const next = await propose({ rate: "50" });
    const lifeMs = Date.parse((next as { expires_at?: string }).expires_at ?? "") - Date.now();
    expect(lifeMs).toBeGreaterThan((RATE_PROPOSAL_HOURS * 3_600 - 60) * 1_000);
    await query(sql`UPDATE users SET role = 'user' WHERE id = ${idOf("usr", one.user.id)}`);
    await expectProblem(await decide(two, next.id, "approve"), 404, "proposal_not_found");
    await query(sql`UPDATE users SET role = 'admin' WHERE id = ${idOf("usr", one.user.id)}`);
  });

  it("needs an admin with a fresh second factor", async () => {
    const support = await registerOperator("support");
    await expectProblem(await put(support), 403, "role_required");
    await expectProblem(await put(person), 403, "role_required");
    await ageStepUp(one, null);
    await expectProblem(await put(one), 403, "step_up_required");
    await ageStepUp(one, 0);
  });

  it.each([
    ["one currency", { counter_currency: "CHF" }, "/counter_currency"],
    ["YEM without a market", { counter_currency: "YEM" }, "/market"],
    ["a market without YEM", { market: "aden" }, "/market"],
    ["YER", { counter_currency: "YER" }, "/base_currency"],
    ["a rate of zero", { rate: "0" }, "/rate"],
    ["a negative rate", { rate: "-1" }, "/rate"],
    ["an exponent", { rate: "1e3" }, "/rate"],
    ["a number", { rate: 12.5 }, "/rate"],
    ["a spread above 10 %", { spread_basis_points: 1_001 }, "/spread_basis_points"],
    ["a fee below zero", { fee_basis_points: -1 }, "/fee_basis_points"],
    ["no time", { valid_for_seconds: 0 }, "/valid_for_seconds"],
    ["more than a week", { valid_for_seconds: 604_801 }, "/valid_for_seconds"],
  ])("is refused with %s", async (_, body, pointer) => {
    await expectProblem(await put(one, body), 400, "invalid_request", pointer);
  });

  it("is refused with a limit that is no amount", async () => {
    const answer = await put(one, { quote_max: "0" });
    await expectProblem(answer, 400, "invalid_amount", "/quote_max");
  });
});

describe("the feed of rates", () => {
  const services = () => {
    const ctx = serviceContext(env, readConfig(env));
    return { ...ctx, config: { ...ctx.config, ratesFeedUrl: "https://rates.example/now" } };
  };
  const answer =
    (body: unknown, init: ResponseInit = {}) =>
    async () =>
      new Response(typeof body === "string" ? body : JSON.stringify(body), {
        headers: { "Content-Type": "application/json" },
        ...init,
      });
  /** A feed that was made so many seconds ago. */
  const feed = (rates: unknown[], agoSeconds = 0) => ({
    as_of: new Date(Date.now() - agoSeconds * 1_000).toISOString(),
    rates,
  });
  const read = (rates: unknown[], agoSeconds?: number) =>
    readFeed(services(), answer(feed(rates, agoSeconds)));
  const rial = (rate: string, market = "sanaa") => ({ base: "BHD", counter: "YER", market, rate });

  beforeAll(() =>
    setRate({
      base: "BHD",
      counter: "YEM",
      market: "sanaa",
      numerator: 1_400,
      spread: 40,
      fee: 30,
      validSeconds: 60,
    }),
  );

  it("renews a rate, keeps its spread and fee, and writes YER as YEM", async () => {
    expect(await read([rial("1405.5")], 5)).toBe(1);
    expect(await listed("BHD YEM sanaa")).toMatchObject({
      rate: "1405.5",
      source: "feed",
      spread_basis_points: 40,
      fee_basis_points: 30,
    });
    expect(await read([rial("1405.5")], 2), "an equal rate is not recorded again").toBe(0);
    expect(
      await read([{ base: "YER", counter: "BHD", market: "sanaa", rate: "0.7", unit: 1_000 }], 1),
    ).toBe(1);
    expect(await listed("BHD YEM sanaa")).toMatchObject({ numerator: "10000", denominator: "7" });
  });

  it.each([
    ["a pair that has no rate", () => read([{ base: "BHD", counter: "TND", rate: "8" }])],
    ["the same pair in the other market", () => read([rial("1410", "aden")])],
    ["a jump", () => read([rial("1700")])],
    ["an old feed", () => read([rial("1411")], 901)],
    ["a feed from the future", () => read([rial("1411")], -61)],
    ["a feed older than the last one", () => read([rial("1411")], 60)],
    ["a rate of zero", () => read([rial("0")])],
    ["no feed in the settings", () => readFeed(serviceContext(env, readConfig(env)), answer("x"))],
  ])("records nothing for %s", async (_, reading) => {
    expect(await reading()).toBe(0);
    expect(await listed("BHD YEM sanaa")).toMatchObject({ numerator: "10000" });
  });

  it.each([
    ["no JSON", answer("{")],
    ["another form", answer({ rates: {} })],
    ["numbers instead of strings", answer(feed([{ ...rial("1"), rate: 1_410 }]))],
    ["a pair twice", answer(feed([rial("1410"), rial("1411")]))],
    ["another type", answer(feed([]), { headers: { "Content-Type": "text/html" } })],
    ["a redirect", answer("{}", { status: 302 })],
    ["an error", answer("{}", { status: 500 })],
    ["too much", answer(`"${"x".repeat(FEED_BYTES_MAX)}"`)],
    ["too many rates", answer(feed(Array(201).fill(rial("1410"))))],
  ])("fails for %s, and the last rate stays", async (_, get) => {
    await expect(readFeed(services(), get)).rejects.toThrow();
    expect(await listed("BHD YEM sanaa")).toMatchObject({ numerator: "10000" });
  });

  it("leaves a rate of an operator in force", async () => {
    const set = {
      base_currency: "BHD",
      counter_currency: "YEM",
      market: "sanaa",
      rate: "1420",
      spread_basis_points: 40,
      fee_basis_points: 30,
      quote_max: "100.000",
    };
    expect((await put(one, set)).status).toBe(200);
    expect(await read([rial("1430")])).toBe(0);
    expect(await listed("BHD YEM sanaa")).toMatchObject({ rate: "1420", source: "operator" });
  });
});

describe("a rate for trying the service", () => {
  it("counts as missing in production", async () => {
    await setRate({ base: "DKK", counter: "NOK", numerator: 3, denominator: 2 });
    const ctx = serviceContext(env, readConfig(env));
    const inProduction = { ...ctx, config: { ...ctx.config, allowsSandboxRates: false } };
    const page = { after: null, limit: 200 };
    const rates = await listRates(inProduction, callerOf(person), page);
    const sources = rates.ok ? rates.value.items.map(({ source }) => source) : [];
    expect(sources).not.toContain("sandbox");
    const body = { from_currency: "DKK", to_currency: "NOK", amount: "1.00" };
    expect((await askQuote(person, body)).status).toBe(201);
  });
});
