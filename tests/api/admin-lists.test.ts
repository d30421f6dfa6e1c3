import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { releaseExpiredHolds } from "../../src/services/holds/release-expired-holds.ts";
import { auditEvents, idOf, query } from "../database.ts";
import {
  dataOf,
  decisionOf,
  expire,
  pendingDeposit,
  provided,
  providedServices,
  runPayouts,
  sendEvent,
  stubProvider,
} from "../funding-provider.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { setRate } from "../rates.ts";
import { idsOf } from "./as-person.ts";
import { capture, expireIn, funded, place, rowOf } from "./hold-acts.ts";
import { act, registerOperator } from "./operator.ts";

let support: Person;
let one: Person;
let two: Person;
beforeAll(async () => {
  support = await registerOperator("support");
  [one, two] = [await registerOperator("admin"), await registerOperator("admin")];
});
afterEach(() => vi.restoreAllMocks());

// biome-ignore lint/suspicious/noExplicitAny: a test reads any JSON.
type Item = any;

/** All items of a list that support reads, page by page. */
async function all(path: string, limit = 100): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: string = `${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const { data, next_cursor } = await jsonOf(act(support, "GET", page));
    expect(data.length).toBeLessThanOrEqual(limit);
    items.push(...data);
    cursor = next_cursor;
  }
  return items;
}

/** The lists that are in the audit log of an operator. */
const listsOf = async ({ user }: Person) =>
  (await auditEvents(user.id))
    .filter(({ type }) => type === "operators_listed")
    .map(({ details }) => (details as { list: string }).list);

describe("GET /v1/admin/rates/history", () => {
  const PAIR = "/rates/history?base_currency=SEK&counter_currency=DKK";
  const terms = {
    base_currency: "SEK",
    counter_currency: "DKK",
    spread_basis_points: 0,
    fee_basis_points: 0,
    quote_max: "100.00",
    valid_for_seconds: 3_600,
  };

  it("shows who set each rate, and until when it was in force, the newest first", async () => {
    await setRate({ base: "DKK", counter: "SEK", numerator: 3, denominator: 2 });
    const set = await jsonOf(
      act(one, "PUT", "/rates", {
        ...terms,
        base_currency: "DKK",
        counter_currency: "SEK",
        rate: "1.51",
      }),
    );
    const jump = { ...terms, base_currency: "DKK", counter_currency: "SEK", rate: "2" };
    const { id } = await jsonOf(act(one, "PUT", "/rates", jump));
    const approved = await jsonOf(act(two, "POST", `/rate-proposals/${id}/approve`));
    const [newest, second, first] = await all(PAIR, 1);
    expect(newest).toEqual({
      ...approved,
      set_by: one.user.id,
      approved_by: two.user.id,
      ends_at: approved.valid_until,
    });
    expect(second).toEqual({
      ...set,
      set_by: one.user.id,
      approved_by: null,
      ends_at: approved.created_at,
    });
    expect(first).toMatchObject({
      rate: "1.5",
      source: "sandbox",
      set_by: null,
      approved_by: null,
      ends_at: set.created_at,
    });
    expect(new Set(await listsOf(support))).toEqual(new Set(["past_rates"]));
  });

  it("ends a rate at its own end when the next one was set later", async () => {
    const pair = { base: "ISK", counter: "PLN", numerator: 1 } as const;
    await setRate({ ...pair, validSeconds: -60 });
    await query(sql`INSERT INTO exchange_rates (id, base, counter, numerator, denominator, unit,
        spread_basis_points, fee_basis_points, quote_max, source, created_at, valid_until)
      SELECT gen_random_uuid(), 'ISK', 'PLN', 2, 1, 1, 0, 0, 1, 'sandbox', now(),
        now() + interval '1 minute'`);
    const [newest, first] = await all("/rates/history?base_currency=ISK&counter_currency=PLN");
    expect(newest.ends_at).toBe(newest.valid_until);
    expect(first.ends_at).toBe(first.valid_until);
    expect(Date.parse(first.ends_at)).toBeLessThan(Date.parse(newest.created_at));
  });

  it("asks for the market of a pair with the rial, and keeps the markets apart", async () => {
    const rial = "/rates/history?base_currency=YEM&counter_currency=SEK";
    await setRate({ base: "SEK", counter: "YEM", market: "aden", numerator: 170 });
    await setRate({ base: "SEK", counter: "YEM", market: "sanaa", numerator: 55 });
    const rates = await Promise.all(["aden", "sanaa"].map((m) => all(`${rial}&market=${m}`)));
    expect(rates.map(([rate]) => [rate.market, rate.rate])).toEqual([
      ["aden", "170"],
      ["sanaa", "55"],
    ]);
    await expectProblem(act(support, "GET", rial), 400, "invalid_request", "/market");
    await expectProblem(
      act(support, "GET", `${PAIR}&market=aden`),
      400,
      "invalid_request",
      "/market",
    );
  });

  it("refuses a query without a pair, and a cursor of another pair", async () => {
    await expectProblem(
      act(support, "GET", "/rates/history?base_currency=SEK"),
      400,
      "invalid_request",
      "/counter_currency",
    );
    await setRate({ base: "CZK", counter: "HUF", numerator: 15 });
    await setRate({ base: "CZK", counter: "HUF", numerator: 16 });
    const pair = "/rates/history?base_currency=CZK&counter_currency=HUF&limit=1";
    const { next_cursor } = await jsonOf(act(support, "GET", pair));
    const other = act(support, "GET", `${PAIR}&limit=1&cursor=${next_cursor}`);
    await expectProblem(other, 400, "invalid_request", "/cursor");
  });
});

describe("GET /v1/admin/deposits", () => {
  it("shows what waits of all users, the oldest first, and not what has ended", async () => {
    const [amina, bilal] = [await registerPerson(), await registerPerson()];
    const made = [await pendingDeposit(amina), await pendingDeposit(bilal, "7.00")];
    const [credited, expired] = [await pendingDeposit(amina), await pendingDeposit(amina)];
    expect(await decisionOf(sendEvent("deposit.succeeded", dataOf(credited)))).toBe("applied");
    await expire(expired.id);
    await query(sql`UPDATE funding_intents SET created_at = created_at - interval '10 minutes'
      WHERE id = ${idOf("dpi", made[0].id)}`);
    const people = [amina.user.id, bilal.user.id];
    const found = (await all("/deposits?status=pending")).filter((d) => people.includes(d.user_id));
    const [{ instructions: _, ...first }, { instructions: __, ...second }] = made;
    expect(found).toEqual([
      {
        ...first,
        created_at: expect.any(String),
        user_id: amina.user.id,
        age_seconds: expect.any(Number),
      },
      { ...second, user_id: bilal.user.id, age_seconds: expect.any(Number) },
    ]);
    expect(found[0].age_seconds).toBeGreaterThanOrEqual(600);
    expect(found[1].age_seconds).toBeLessThan(600);
    expect(idsOf(await all("/deposits?status=pending", 1))).toEqual(
      idsOf(await all("/deposits?status=pending")),
    );
    expect(await listsOf(support)).toContain("deposits");
    await expectProblem(
      act(support, "GET", "/deposits?status=succeeded"),
      400,
      "invalid_request",
      "/status",
    );
  });
});

describe("GET /v1/admin/withdrawals", () => {
  it("shows payouts that wait, their attempts, and those that the provider has accepted", async () => {
    const person = await registerPerson();
    const deposit = await pendingDeposit(person, "100.00");
    expect(await decisionOf(sendEvent("deposit.succeeded", dataOf(deposit)))).toBe("applied");
    let status = 200;
    stubProvider(() => status);
    const token = person.accessToken;
    const ask = (amount: string) =>
      jsonOf(provided("POST", "/v1/withdrawals", { token, body: { amount } }));
    const { id: sentId } = await ask("10.00");
    status = 503;
    const { id: pendingId } = await ask("20.00");
    await runPayouts();
    const mine = async (filter: string) =>
      (await all(`/withdrawals?${filter}`)).filter((one) => one.user_id === person.user.id);
    const both = await mine("");
    expect(both).toMatchObject([
      { id: sentId, status: "sent", amount: "10.00", attempts: 1, next_attempt_at: null },
      { id: pendingId, status: "pending", attempts: 2, wallet_id: person.wallet.id },
    ]);
    expect(Date.parse(both[1].next_attempt_at)).toBeGreaterThan(Date.parse(both[1].created_at));
    expect(await mine("status=sent")).toMatchObject([{ id: sentId }]);
    expect(await mine("status=pending")).toMatchObject([{ id: pendingId }]);
    expect(idsOf(await all("/withdrawals?", 1))).toEqual(idsOf(await all("/withdrawals?")));
    const { next_cursor } = await jsonOf(act(support, "GET", "/withdrawals?limit=1"));
    const misuse = act(support, "GET", `/withdrawals?status=sent&limit=1&cursor=${next_cursor}`);
    await expectProblem(misuse, 400, "invalid_request", "/cursor");
    for (const id of [sentId, pendingId]) {
      const { data } = await jsonOf(provided("GET", "/v1/withdrawals", { token }));
      const shown = data.find((one: Item) => one.id === id);
      await decisionOf(sendEvent("payout.failed", dataOf(shown)));
    }
    expect(await mine("")).toEqual([]);
    await proveLedger(connectHttp(readConfig(env)));
  });
});

describe("GET /v1/admin/holds", () => {
  const of = (holds: Item[], payer: Person) => holds.filter((h) => h.payer_id === payer.user.id);

  it("shows what expired without a capture, the last first, before and after the job", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const ask = () => place(payer, payee, { amount: "100.00", note: "secret of two" });
    const [swept, captured, overdue, open] = [await ask(), await ask(), await ask(), await ask()];
    await capture(payee, captured, { amount: "40.00", final: false });
    await expireIn(swept, -60_000);
    await expireIn(captured, -50_000);
    await releaseExpiredHolds(providedServices());
    expect((await rowOf(swept))?.state).toBe("expired");
    await expireIn(overdue, -20_000);
    const lapsed = of(await all("/holds?state=lapsed"), payer);
    const { role: _, note: __, ...shown } = swept;
    expect(lapsed.map(({ id }) => id)).toEqual([overdue.id, swept.id]);
    expect(lapsed[1]).toEqual({
      ...shown,
      state: "expired",
      capturable: "0.00",
      created_at: expect.any(String),
      expires_at: expect.any(String),
      closed_at: lapsed[1].expires_at,
      payer_id: payer.user.id,
      payee_id: payee.user.id,
    });
    expect(lapsed[0]).toMatchObject({ state: "expired", capturable: "0.00" });
    expect(idsOf(of(await all("/holds?state=lapsed", 1), payer))).toEqual(idsOf(lapsed));
    expect(idsOf(of(await all("/holds?state=open"), payer))).toEqual([open.id]);
    expect(await listsOf(support)).toContain("holds");
  });

  it("shows open ones, the next to expire first, with equal ends in the order of ids", async () => {
    const [payer, payee] = [await funded(), await registerPerson()];
    const ask = (seconds: number) => place(payer, payee, { amount: "10.00", expires_in: seconds });
    const [late, first, second] = [await ask(7_200), await ask(3_600), await ask(3_600)];
    await query(sql`UPDATE holds SET expires_at = (
        SELECT expires_at FROM holds WHERE id = ${idOf("hld", first.id)})
      WHERE id = ${idOf("hld", second.id)}`);
    for (const limit of [100, 1]) {
      const open = of(await all("/holds?state=open", limit), payer);
      expect(idsOf(open), `${limit}`).toEqual([first.id, second.id, late.id]);
    }
  });

  it("needs a state, and refuses a cursor of the other one", async () => {
    await expectProblem(act(support, "GET", "/holds"), 400, "invalid_request", "/state");
    const [payer, payee] = [await funded(), await registerPerson()];
    await place(payer, payee);
    await place(payer, payee);
    const { next_cursor } = await jsonOf(act(support, "GET", "/holds?state=open&limit=1"));
    const misuse = act(support, "GET", `/holds?state=lapsed&limit=1&cursor=${next_cursor}`);
    await expectProblem(misuse, 400, "invalid_request", "/cursor");
  });
});

describe("GET /v1/admin/health", () => {
  it("is open to both roles, uses no quota and leaves no event", async () => {
    for (const operator of [support, one]) {
      const before = await auditEvents(operator.user.id);
      const health = await jsonOf(act(operator, "GET", "/health"));
      expect(Math.abs(Date.parse(health.database_time) - Date.now())).toBeLessThan(60_000);
      expect(await auditEvents(operator.user.id)).toEqual(before);
    }
  });

  it("counts a deposit that waits, and a refusal by its code", async () => {
    const person = await registerPerson();
    const { id } = await pendingDeposit(person);
    const refused = api("POST", "/v1/withdrawals", {
      token: person.accessToken,
      body: { amount: "1.00" },
    });
    await expectProblem(refused, 422, "insufficient_funds");
    const { deposits, refusals } = await jsonOf(act(support, "GET", "/health"));
    expect(deposits.count).toBeGreaterThan(0);
    expect(Date.parse(deposits.oldest_at)).toBeLessThanOrEqual(Date.now() + 60_000);
    const counted = refusals.find(({ code }: Item) => code === "insufficient_funds");
    expect(counted?.count).toBeGreaterThan(0);
    await expire(id);
  });
});
