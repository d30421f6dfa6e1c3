import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { EVENTS_PER_HOUR_MAX, OWN_LIMIT_COUNT_MAX } from "../../src/domain/bounds.ts";
import { DEFAULT_CURRENCY } from "../../src/domain/currency.ts";
import { tierLimits } from "../../src/domain/limit-table.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp } from "../factors.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { act, registerOperator } from "./operator.ts";

const database = connectHttp(readConfig(env));
afterEach(() => proveLedger(database));

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came.
type Json = any;

function ask(person: Person, method: string, path: string, body?: unknown, headers = {}) {
  return api(method, path, { token: person.accessToken, body, headers });
}
const deposit = (person: Person, amount: string) =>
  ask(person, "POST", "/v1/deposits", { amount, currency: "YEM" });
const pay = (from: Person, to: Person, amount: string, more = {}, headers = {}) =>
  ask(from, "POST", "/v1/transfers", { amount, to_wallet_id: to.wallet.id, ...more }, headers);
const setOwn = (person: Person, limits: unknown, currency = "YEM") =>
  ask(person, "PATCH", `/v1/limits/${currency}`, limits);

async function limitsOf(person: Person, currency = "YEM"): Promise<Record<string, Json>> {
  const answer = await ask(person, "GET", `/v1/limits?currency=${currency}`);
  expect(answer.status).toBe(200);
  const { data } = (await answer.json()) as Json;
  return Object.fromEntries(data[0].limits.map((limit: Json) => [limit.name, limit]));
}

/** Changes columns of a person's first wallet, and puts them back. */
async function withColumns(person: Person, change: string, act: () => Promise<unknown>) {
  const id = idOf("wal", person.wallet.id);
  const columns = sql.raw(
    "limit_date, out_day_sum, in_day_sum, in_day_count, in_month_count, own_limits",
  );
  const [before] = await query(sql`SELECT to_json(w) AS row FROM wallets w WHERE id = ${id}`);
  await query(sql`UPDATE wallets SET ${sql.raw(change)} WHERE id = ${id}`);
  try {
    await act();
  } finally {
    await query(sql`UPDATE wallets w SET (${columns}) = (SELECT ${columns}
      FROM json_populate_record(w, ${JSON.stringify(before?.row)}::json)) WHERE id = ${id}`);
  }
}

let amina: Person;
let bilal: Person;
beforeAll(async () => {
  [amina, bilal] = [await registerPerson(), await registerPerson()];
  expect((await deposit(amina, "1000.00")).status).toBe(201);
});

describe("GET /v1/limits", () => {
  it("shows what is used, what is left and when it resets, by the calendar of Aden", async () => {
    await pay(amina, bilal, "10.00");
    const answer = await ask(amina, "GET", "/v1/limits");
    const body = (await answer.json()) as Json;
    expect(body).toMatchObject({ tier: "basic", zone: "Asia/Aden", data: [{ currency: "YEM" }] });
    const { out_operation_sum, out_day_sum, out_day_count, in_day_sum, in_month_count, balance } =
      await limitsOf(amina);
    expect(out_operation_sum).toMatchObject({ used: null, resets_at: null, period: null });
    expect(out_day_sum).toMatchObject({ used: "10.00", period: "P1D", own_limit: null });
    expect(out_day_count).toMatchObject({ used: "1", limit: "1000000", remaining: "999999" });
    expect(in_day_sum.used).toBe("1000.00");
    expect(in_month_count).toMatchObject({ used: "1", period: "P1M" });
    expect(balance).toMatchObject({ used: "990.00", resets_at: null });
    // Aden is three hours ahead of UTC, and has no daylight saving time.
    const day = 86_400_000;
    const midnight = Math.floor((Date.now() + 10_800_000) / day + 1) * day - 10_800_000;
    expect(out_day_sum.resets_at).toBe(new Date(midnight).toISOString());
    expect(in_month_count.resets_at).toMatch(/T21:00:00\.000Z$/);
    expect((await limitsOf(bilal)).in_day_sum.used).toBe("10.00");
  });

  it("shows the tier's limits in a currency without a wallet, and knows no other currency", async () => {
    expect((await limitsOf(amina, "USD")).out_day_sum).toMatchObject({ used: "0.00" });
    await expectProblem(ask(amina, "GET", "/v1/limits?currency=XXX"), 400, "invalid_request");
    await expectProblem(ask(amina, "GET", "/v1/limits?colour=red"), 400, "invalid_request");
  });

  it("counts neither what failed, nor a dry run, nor own transfers", async () => {
    const before = await limitsOf(amina);
    const { id } = (await (
      await ask(amina, "POST", "/v1/wallets", { currency: "YEM" })
    ).json()) as Json;
    await expectProblem(pay(amina, bilal, "5000.00"), 422, "insufficient_funds");
    expect((await pay(amina, bilal, "5.00", {}, { Prefer: "dry-run" })).status).toBe(200);
    const own = { amount: "100.00", to_wallet_id: id };
    expect((await ask(amina, "POST", "/v1/transfers", own)).status).toBe(201);
    // The balance of both wallets is still the same.
    expect(await limitsOf(amina)).toEqual(before);
    // Both wallets have one budget.
    const second = { amount: "1.00", from_wallet_id: id, to_wallet_id: bilal.wallet.id };
    expect((await ask(amina, "POST", "/v1/transfers", second)).status).toBe(201);
    expect((await limitsOf(amina)).out_day_sum.used).toBe("11.00");
  });
});

describe("a limit", () => {
  it("refuses with its numbers, on the record, and again for the same key", async () => {
    const payer = await registerPerson();
    await deposit(payer, "500.00");
    expect((await setOwn(payer, { day_sum: "30.00" })).status).toBe(200);
    expect((await pay(payer, bilal, "20.00")).status).toBe(201);
    const key = { "Idempotency-Key": "above-the-limit" };
    const refused = await pay(payer, bilal, "10.01", {}, key);
    const problem = (await refused.json()) as Json;
    expect(refused.status).toBe(422);
    expect(problem).toMatchObject({
      code: "limit_exceeded",
      detail: expect.stringContaining("new Idempotency-Key"),
      exceeded_limit: { name: "out_day_sum", limit: "30.00", remaining: "10.00", currency: "YEM" },
      transaction: { status: "failed", failure_code: "limit_exceeded" },
    });
    expect(Date.parse(problem.exceeded_limit.resets_at)).toBeGreaterThan(Date.now());
    const failed = await ask(payer, "GET", "/v1/transactions?status=failed");
    expect(((await failed.json()) as Json).data).toEqual([
      { ...problem.transaction, counterparty: null },
    ]);
    const tried = await pay(payer, bilal, "10.01", {}, { Prefer: "dry-run" });
    expect(((await tried.json()) as Json).exceeded_limit).toEqual(problem.exceeded_limit);

    // The rest of it can be paid, and a replay has the numbers of before.
    expect((await pay(payer, bilal, "10.00")).status).toBe(201);
    const again = await pay(payer, bilal, "10.01", {}, key);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    const { request_id, ...replayed } = (await again.json()) as Json;
    expect({ request_id: problem.request_id, ...replayed }).toEqual(problem);
  });

  it("gives its last unit to exactly one of many parallel payments, from any of the wallets", async () => {
    const payer = await registerPerson();
    await deposit(payer, "500.00");
    const opened = await ask(payer, "POST", "/v1/wallets", { currency: "YEM" });
    const { id } = (await opened.json()) as Json;
    await ask(payer, "POST", "/v1/transfers", { amount: "250.00", to_wallet_id: id });
    await setOwn(payer, { day_sum: "30.00", day_count: 100 });
    const wallets = [payer.wallet.id, id];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        pay(payer, bilal, "7.00", { from_wallet_id: wallets[i % 2] }),
      ),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(4);
    expect((await limitsOf(payer)).out_day_sum).toMatchObject({ used: "28.00", remaining: "2.00" });
    await setOwn(payer, { day_count: 5 });
    const last = await Promise.all(
      wallets.flatMap((from) =>
        [1, 2].map(() => pay(payer, bilal, "1.00", { from_wallet_id: from })),
      ),
    );
    expect(last.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    expect((await limitsOf(payer)).out_day_count).toMatchObject({ used: "5", remaining: "0" });
  });

  it("of a recipient is not told to the payer, nor that they keep as much as they may", async () => {
    const [today] = await query(sql`SELECT (now() AT TIME ZONE 'Asia/Aden')::date::text AS date`);
    const { in_day_count } = tierLimits("development", "basic", DEFAULT_CURRENCY);
    const full = `limit_date = '${today?.date}', in_day_count = ${in_day_count}`;
    await withColumns(bilal, full, async () => {
      await expectProblem(pay(amina, bilal, "1.00"), 404, "recipient_not_found");
      await expectProblem(deposit(bilal, "1.00"), 422, "limit_exceeded");
    });
  });

  it("counts a hold when it is placed; a void gives back, a capture counts for the payee", async () => {
    const hold = { amount: "40.00", to_wallet_id: bilal.wallet.id, expires_in: 3_600 };
    const before = await limitsOf(amina);
    const used = async () => {
      const { out_day_sum, out_day_count } = await limitsOf(amina);
      return [
        Number(out_day_sum.used) - Number(before.out_day_sum.used),
        Number(out_day_count.used) - Number(before.out_day_count.used),
      ];
    };
    const placed = await ask(amina, "POST", "/v1/holds", hold);
    expect(placed.status).toBe(201);
    const holdId = ((await placed.json()) as Json).hold.id;
    expect(await used()).toEqual([40, 1]);
    const received = Number((await limitsOf(bilal)).in_day_sum.used);
    const captured = await ask(bilal, "POST", `/v1/holds/${holdId}/captures`, {
      amount: "15.00",
      final: false,
    });
    expect(captured.status).toBe(201);
    expect(await used()).toEqual([40, 1]);
    expect(Number((await limitsOf(bilal)).in_day_sum.used) - received).toBe(15);
    expect((await ask(bilal, "POST", `/v1/holds/${holdId}/void`)).status).toBe(201);
    expect(await used()).toEqual([15, 1]);

    const { id } = (await captured.json()) as Json;
    const refunded = await ask(bilal, "POST", `/v1/transactions/${id}/refunds`, { amount: "5.00" });
    expect(refunded.status).toBe(201);
    expect(await used()).toEqual([10, 1]);
    expect(Number((await limitsOf(bilal)).in_day_sum.used) - received).toBe(10);
  });
});

describe("PATCH /v1/limits/{currency}", () => {
  it("lowers at once; a raise waits a day and needs a step-up, and can be taken back", async () => {
    const person = await registerPerson();
    await deposit(person, "100.00");
    expect((await setOwn(person, { day_sum: "20.00", month_count: 3 })).status).toBe(200);
    await enrolTotp(person);
    await ageStepUp(person, null);
    await expectProblem(setOwn(person, { day_sum: "50.00" }), 403, "step_up_required");
    await expectProblem(setOwn(person, { month_count: null }), 403, "step_up_required");
    // Without one it can still be lowered.
    expect((await setOwn(person, { day_sum: "15.00" })).status).toBe(200);
    await ageStepUp(person, 0);
    const answer = await setOwn(person, { day_sum: "50.00", month_count: null });
    const { limits } = (await answer.json()) as Json;
    const day = limits.find(({ name }: Json) => name === "out_day_sum");
    expect(day).toMatchObject({
      limit: "15.00",
      own_limit: "15.00",
      pending: { own_limit: "50.00" },
    });
    const waitMs = Date.parse(day.pending.applies_at) - Date.now();
    expect(waitMs).toBeGreaterThan(23.9 * 3_600_000);
    expect(waitMs).toBeLessThanOrEqual(24 * 3_600_000);
    await expectProblem(pay(person, bilal, "15.01"), 422, "limit_exceeded");

    // The same wish keeps its time, and a lower one takes the raise back.
    const repeated = ((await (await setOwn(person, { day_sum: "50.00" })).json()) as Json).limits;
    expect(repeated).toEqual(limits);
    await withColumns(
      person,
      "own_limits = jsonb_set(own_limits, '{day_sum,next,atMs}', '0')",
      async () => {
        expect((await limitsOf(person)).out_day_sum).toMatchObject({
          limit: "50.00",
          pending: null,
        });
        const tried = await pay(person, bilal, "15.01", {}, { Prefer: "dry-run" });
        expect(tried.status).toBe(200);
      },
    );
    expect((await setOwn(person, { day_sum: "15.00" })).status).toBe(200);
    expect((await limitsOf(person)).out_day_sum).toMatchObject({ limit: "15.00", pending: null });
    expect((await limitsOf(person)).out_month_count.pending).toMatchObject({ own_limit: null });

    const events = await auditEvents(person.user.id);
    const changes = events.filter(({ type }) => type === "own_limits_changed");
    expect(changes.map(({ details }) => details)).toEqual(
      expect.arrayContaining([
        { currency: "YEM", lowered: ["day_sum", "month_count"] },
        { currency: "YEM", raised: ["day_sum", "month_count"] },
      ]),
    );
    // The wish that changed nothing has no event.
    expect(changes).toHaveLength(4);
  });

  it("refuses what is no limit, and changes nothing", async () => {
    const before = await limitsOf(bilal);
    for (const [body, code] of [
      [{}, "invalid_request"],
      [{ day_sum: "0" }, "invalid_amount"],
      [{ day_sum: "-5.00" }, "invalid_amount"],
      [{ day_sum: "1.001" }, "invalid_amount"],
      [{ day_count: 0 }, "invalid_request"],
      [{ day_count: 1.5 }, "invalid_request"],
      [{ day_count: OWN_LIMIT_COUNT_MAX + 1 }, "invalid_request"],
      [{ week_sum: "5.00" }, "invalid_request"],
      [{ in_day_sum: "5.00" }, "invalid_request"],
    ] as const) {
      await expectProblem(setOwn(bilal, body), 400, code);
    }
    await expectProblem(setOwn(bilal, { day_count: 5 }, "EUR"), 404, "wallet_not_found");
    await expectProblem(setOwn(bilal, { day_count: 5 }, "ZZZ"), 400, "invalid_request");
    expect(await limitsOf(bilal)).toEqual(before);
    expect((await setOwn(bilal, { day_count: OWN_LIMIT_COUNT_MAX })).status).toBe(200);
  });

  it("is bounded by the hour, and races of one person leave one of their wishes", async () => {
    const counts = Array.from({ length: 8 }, (_, i) => 900 - i);
    const all = await Promise.all(counts.map((day_count) => setOwn(bilal, { day_count })));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    const { out_day_count } = await limitsOf(bilal);
    expect(counts).toContain(Number(out_day_count.own_limit));
    const settled = { day_count: 800 };
    expect((await setOwn(bilal, settled)).status).toBe(200);
    const user = idOf("usr", bilal.user.id);
    await query(sql`INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT gen_random_uuid(), 'own_limits_changed', ${user}, now()
      FROM generate_series(1, ${EVENTS_PER_HOUR_MAX.act})`);
    await expectProblem(setOwn(bilal, { day_count: 799 }), 429, "too_many_attempts");
    expect((await setOwn(bilal, settled)).status).toBe(200);
  });
});

describe("PUT /v1/admin/users/{id}/tier", () => {
  it("sets which limits apply from the next operation on, with an audit event", async () => {
    const operator = await registerOperator("support");
    const path = `/users/${amina.user.id}/tier`;
    const body = { tier: "merchant", reason: "business_verified" };
    const set = await act(operator, "PUT", path, body);
    expect(set.status).toBe(200);
    expect(await set.json()).toMatchObject({ id: amina.user.id, tier: "merchant" });
    const { out_day_sum } = await limitsOf(amina);
    const { out_day_sum: limit } = tierLimits("development", "merchant", DEFAULT_CURRENCY);
    expect(out_day_sum.tier_limit).toBe(`${limit / 100n}.00`);
    // The same tier again has no event.
    expect((await act(operator, "PUT", path, body)).status).toBe(200);
    const events = await auditEvents(amina.user.id);
    expect(events.filter(({ type }) => type === "tier_changed")).toMatchObject([
      { details: { from: "basic", to: "merchant", reason: "business_verified" } },
    ]);
    await expectProblem(
      act(operator, "PUT", `/users/${operator.user.id}/tier`, body),
      403,
      "role_required",
    );
    await expectProblem(
      act(operator, "PUT", path, { ...body, tier: "gold" }),
      400,
      "invalid_request",
    );
    await expectProblem(act(operator, "PUT", path, { tier: "basic" }), 400, "invalid_request");
    const admin = await registerOperator("admin");
    await expectProblem(
      act(admin, "PUT", `/users/${admin.user.id}/tier`, body),
      403,
      "own_account",
    );
  });
});
