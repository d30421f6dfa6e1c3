import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp, connectSocket } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const list = async ({ accessToken }: Person) =>
  (await jsonOf(api("GET", "/v1/wallets", { token: accessToken }))).data;
const open = ({ accessToken: token }: Person, body: unknown, key?: string) =>
  api("POST", "/v1/wallets", { token, body, headers: key ? { "Idempotency-Key": key } : {} });
const get = ({ accessToken: token }: Person, id: string) =>
  api("GET", `/v1/wallets/${id}`, { token });
const patch = ({ accessToken: token }: Person, id: string, body: unknown) =>
  api("PATCH", `/v1/wallets/${id}`, { token, body });

describe("POST /v1/wallets", () => {
  it("opens a wallet in any supported currency, with the currency's decimals", async () => {
    const person = await registerPerson();
    for (const [currency, zero] of [
      ["USD", "0.00"],
      ["JPY", "0"],
      ["KWD", "0.000"],
    ]) {
      const response = await open(person, { currency, label: "Travel" });
      expect(response.status).toBe(201);
      expect(await jsonOf(response)).toMatchObject({
        currency,
        label: "Travel",
        balance: zero,
        available: zero,
        held: zero,
        status: "active",
        is_default: true,
      });
    }
    expect(await list(person)).toHaveLength(4);
  });

  it("makes only the first wallet of a currency the default", async () => {
    const person = await registerPerson();
    const second = await jsonOf(open(person, { currency: "YEM" }));
    expect(second.is_default).toBe(false);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => jsonOf(open(person, { currency: "USD" }))),
    );
    expect(answers.filter(({ is_default }) => is_default)).toHaveLength(1);
  });

  it.each([
    [{}, "/currency", "required"],
    [{ currency: "XXX" }, "/currency", "unsupported_currency"],
    [{ currency: "usd" }, "/currency", "unsupported_currency"],
    [{ currency: "USD " }, "/currency", "unsupported_currency"],
    [{ currency: "__proto__" }, "/currency", "unsupported_currency"],
    [{ currency: 1 }, "/currency", "wrong_type"],
    [{ currency: "USD", label: "" }, "/label", "too_short"],
    [{ currency: "USD", label: "x".repeat(51) }, "/label", "too_long"],
    [{ currency: "USD", label: "a\u0007b" }, "/label", "invalid_text"],
    [{ currency: "USD", balance: "5.00" }, "/balance", "unknown_field"],
    [{ currency: "USD", owner_id: "usr_x" }, "/owner_id", "unknown_field"],
    [{ currency: "USD", is_default: true }, "/is_default", "unknown_field"],
  ])("refuses %j", async (body, pointer, code) => {
    const person = await registerPerson();
    const problem = await expectProblem(open(person, body), 400, "invalid_request", pointer);
    expect(problem.errors[0].code).toBe(code);
    expect(await list(person)).toHaveLength(1);
  });

  it("stops at 50 wallets, also in a race", async () => {
    const person = await registerPerson();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => open(person, { currency: "YEM" })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(49);
    for (const refused of answers.filter(({ status }) => status !== 201)) {
      await expectProblem(refused, 409, "wallet_limit_reached");
    }
    expect(await list(person)).toHaveLength(50);
  });

  it("waits for an opening that has not committed, and counts it", async () => {
    const person = await registerPerson();
    for (let i = 1; i < 49; i++) await open(person, { currency: "YEM" });
    const ownerId = idOf("usr", person.user.id);
    const connection = await connectSocket(readConfig(env));
    const late = await connection.db.transaction(async (tx) => {
      await tx.execute(sql`SELECT FROM users WHERE id = ${ownerId} FOR NO KEY UPDATE`);
      await tx.execute(sql`INSERT INTO wallets (id, owner_id, currency, created_at)
        VALUES (gen_random_uuid(), ${ownerId}, 'YEM', now())`);
      const answer = open(person, { currency: "YEM" });
      await tx.execute(sql`SELECT pg_sleep(0.3)`);
      return { answer };
    });
    await connection.close();
    await expectProblem(late.answer, 409, "wallet_limit_reached");
    expect(await list(person)).toHaveLength(50);
  });

  it("opens one wallet for 20 parallel requests under one key, with one answer", async () => {
    const person = await registerPerson();
    const body = { currency: "EUR", label: "Été" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(person, body, "k-1")));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(texts).size).toBe(1);
    expect(await list(person)).toHaveLength(2);
  });

  it("replays the first answer even after the wallet has changed", async () => {
    const person = await registerPerson();
    const first = await jsonOf(open(person, { currency: "USD", label: "A" }, "k"));
    const second = await jsonOf(open(person, { currency: "USD" }, "k2"));
    await patch(person, second.id, { is_default: true });
    await patch(person, first.id, { label: "B" });
    const again = await open(person, { currency: "USD", label: "A" }, "k");
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await jsonOf(again)).toEqual(first);
  });

  it("refuses a key that was used for another wallet or a payment", async () => {
    const person = await registerPerson();
    await open(person, { currency: "USD" }, "k");
    await expectProblem(open(person, { currency: "EUR" }, "k"), 422, "idempotency_key_reused");
    const headers = { "Idempotency-Key": "paid" };
    const deposit = { token: person.accessToken, body: { amount: "1.00" }, headers };
    expect((await api("POST", "/v1/deposits", deposit)).status).toBe(201);
    await expectProblem(open(person, { currency: "EUR" }, "paid"), 422, "idempotency_key_reused");
    const reused = { ...deposit, headers: { "Idempotency-Key": "k" } };
    await expectProblem(api("POST", "/v1/deposits", reused), 422, "idempotency_key_reused");
  });
});

describe("GET /v1/wallets/{id}", () => {
  it("shows a wallet to its owner, with the owner's name", async () => {
    const person = await registerPerson("Amina");
    expect(await jsonOf(get(person, person.wallet.id))).toEqual({
      ...person.wallet,
      owner: { id: person.user.id, username: "Amina" },
    });
  });

  it("answers another user's wallet like an unknown one, and records the attempt", async () => {
    const [person, otherPerson] = [await registerPerson(), await registerPerson()];
    const hidden = await expectProblem(get(otherPerson, person.wallet.id), 404, "wallet_not_found");
    const absent = "wal_01kazv5q0vfvtrx6r2n1p3b4c5";
    const missing = await expectProblem(get(otherPerson, absent), 404, "wallet_not_found");
    expect({ ...hidden, request_id: "" }).toEqual({ ...missing, request_id: "" });
    const events = (await auditEvents(otherPerson.user.id)).map(({ type }) => type);
    expect(events.filter((type) => type === "ownership_refused")).toHaveLength(1);
  });

  it.each(["x", "usr_01kazv5q0vfvtrx6r2n1p3b4c5", "wal_", "wal_%00", "1%27%20OR%201=1"])(
    "refuses %s, which is no wallet id",
    async (id) => {
      await expectProblem(get(await registerPerson(), id), 400, "invalid_request", "/id");
    },
  );
});

describe("PATCH /v1/wallets/{id}", () => {
  it("sets and removes a label", async () => {
    const person = await registerPerson();
    const { id } = person.wallet;
    expect((await jsonOf(patch(person, id, { label: "مدخرات" }))).label).toBe("مدخرات");
    expect((await jsonOf(patch(person, id, { label: null }))).label).toBeNull();
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "wallet_changed",
      details: { fields: ["label"] },
    });
  });

  it("moves the default within its currency, which always has exactly one", async () => {
    const person = await registerPerson();
    const others = await Promise.all(
      Array.from({ length: 4 }, () => jsonOf(open(person, { currency: "YEM" }))),
    );
    const usd = await jsonOf(open(person, { currency: "USD" }));
    await Promise.all(
      [person.wallet, ...others].map(({ id }) => patch(person, id, { is_default: true })),
    );
    const wallets: { id: string; currency: string; is_default: boolean }[] = await list(person);
    const defaults = wallets.filter((wallet) => wallet.is_default);
    expect(defaults.map(({ currency }) => currency).sort()).toEqual(["USD", "YEM"]);
    expect(defaults.map(({ id }) => id)).toContain(usd.id);
  });

  it("refuses another user's wallet and changes nothing", async () => {
    const [person, otherPerson] = [await registerPerson(), await registerPerson()];
    const change = { label: "mine", is_default: true };
    await expectProblem(patch(otherPerson, person.wallet.id, change), 404, "wallet_not_found");
    expect((await jsonOf(get(person, person.wallet.id))).label).toBeNull();
    expect((await jsonOf(get(otherPerson, otherPerson.wallet.id))).is_default).toBe(true);
  });

  it.each([{}, { is_default: false }, { status: "active" }, { balance: "9.00" }, { label: 5 }])(
    "refuses %j",
    async (body) => {
      const person = await registerPerson();
      await expectProblem(patch(person, person.wallet.id, body), 400, "invalid_request");
    },
  );
});

describe("GET /v1/wallets", () => {
  it("lists only the user's own wallets", async () => {
    const [person] = [await registerPerson(), await registerPerson()];
    expect(await list(person)).toEqual([person.wallet]);
    const [row] = await query(sql`SELECT count(*)::int AS count FROM wallets
      WHERE owner_id = ${idOf("usr", person.user.id)}`);
    expect(row).toEqual({ count: 1 });
  });
});
