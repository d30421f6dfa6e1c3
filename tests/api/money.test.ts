import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came.
  body: any;
  headers: Headers;
}

async function ask(
  person: Person,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answer> {
  const headers = key === undefined ? {} : { "Idempotency-Key": key };
  const response = await api(method, path, { token: person.accessToken, body, headers });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const deposit = (person: Person, amount: unknown, more: object = {}, key?: string) =>
  ask(person, "POST", "/v1/deposits", { amount, ...more }, key);
const withdraw = (person: Person, amount: unknown, more: object = {}, key?: string) =>
  ask(person, "POST", "/v1/withdrawals", { amount, ...more }, key);
const transfer = (person: Person, amount: unknown, more: object = {}, key?: string) =>
  ask(person, "POST", "/v1/transfers", { amount, ...more }, key);

async function balanceOf(person: Person, walletId = person.wallet.id): Promise<string> {
  return (await ask(person, "GET", `/v1/wallets/${walletId}`)).body.balance;
}
async function openWallet(person: Person, currency: string): Promise<string> {
  return (await ask(person, "POST", "/v1/wallets", { currency })).body.id;
}
async function transactionsOf(person: Person, filter = "") {
  return (await ask(person, "GET", `/v1/transactions?limit=200${filter}`)).body.data;
}
async function funded(amount: string): Promise<Person> {
  const person = await registerPerson();
  expect((await deposit(person, amount)).status).toBe(201);
  return person;
}

const database = connectHttp(readConfig(env));
afterEach(() => proveLedger(database));

describe("deposits, withdrawals and transfers", () => {
  it("work together: deposit, transfer by phone, withdrawal", async () => {
    const [amina, bilal] = [await registerPerson(), await registerPerson()];
    const deposited = await deposit(amina, "2500.00");
    expect(deposited).toMatchObject({
      status: 201,
      body: {
        type: "DEPOSIT",
        status: "success",
        amount: "2500.00",
        currency: "YEM",
        from_wallet: null,
        to_wallet: amina.wallet.id,
        reference: expect.stringMatching(/^DEP-\d{6}(-[0-9A-Z]{4}){3}$/),
        legs: [{ wallet_id: amina.wallet.id, amount: "2500.00", balance_after: "2500.00", seq: 1 }],
      },
    });
    const sent = await transfer(amina, "300.00", { to_phone: bilal.phone, note: "lunch" });
    expect(sent).toMatchObject({
      status: 201,
      body: { type: "TRANSFER", note: "lunch", legs: [{ amount: "-300.00" }] },
    });
    expect(sent.body.legs).toHaveLength(1);
    expect((await withdraw(amina, "200.00")).body.legs[0].balance_after).toBe("2000.00");
    expect([await balanceOf(amina), await balanceOf(bilal)]).toEqual(["2000.00", "300.00"]);
  });

  it("move money between a user's own wallets and show both legs", async () => {
    const person = await funded("10.00");
    const to = await openWallet(person, "YEM");
    const { body } = await transfer(person, "4.00", { to_wallet_id: to });
    expect(body.legs.map((leg: { amount: string }) => leg.amount)).toEqual(["-4.00", "4.00"]);
    expect(await balanceOf(person, to)).toBe("4.00");
  });

  it("may name the caller's own wallet by phone", async () => {
    const person = await registerPerson();
    expect((await deposit(person, "5.00", { phone: person.phone })).status).toBe(201);
    expect((await withdraw(person, "2.00", { phone: person.phone })).status).toBe(201);
    expect(await balanceOf(person)).toBe("3.00");
  });

  it("use the decimals of each currency: none in yen, three in dinars", async () => {
    const person = await registerPerson();
    for (const [currency, amount, tooFine] of [
      ["JPY", "1500", "1500.0"],
      ["KWD", "1.005", "1.0005"],
      ["YEM", "0.01", "0.001"],
    ]) {
      const wallet_id =
        currency === "YEM" ? person.wallet.id : await openWallet(person, currency ?? "");
      const { status, body } = await deposit(person, amount, { currency, wallet_id });
      expect([status, body.legs[0].balance_after]).toEqual([201, amount]);
      expect((await deposit(person, tooFine, { currency, wallet_id })).body.code).toBe(
        "invalid_amount",
      );
    }
  });

  it("accept a JSON number of at most fifteen digits", async () => {
    const person = await registerPerson();
    expect((await deposit(person, 12.5)).body.amount).toBe("12.50");
    expect((await deposit(person, 9999999999999.99)).status).toBe(201);
    expect((await deposit(person, 10000000000000.01)).body.code).toBe("invalid_amount");
  });

  it("accept the largest amount and no larger one", async () => {
    const person = await registerPerson();
    expect((await deposit(person, "9999999999999.99")).status).toBe(201);
    expect((await deposit(person, "10000000000000.00")).body.code).toBe("invalid_amount");
  });
});

describe("refusals", () => {
  const INVALID_AMOUNTS = [
    "-5.00",
    "0",
    "0.00",
    "1e3",
    " 5",
    "5 ",
    "+5",
    "0.001",
    ".5",
    "5.",
    "05",
    "",
    "NaN",
    "Infinity",
    "0x10",
    "١٠",
    "1,000.00",
    "9".repeat(40),
    -5,
    0,
    1e21,
    0.1 + 0.2,
    [5],
    { amount: 5 },
    true,
    null,
  ];

  it("answer every invalid amount with 400 and a message, and change nothing", async () => {
    const [person, other] = [await funded("10.00"), await registerPerson()];
    for (const amount of INVALID_AMOUNTS) {
      const answers = [
        await deposit(person, amount),
        await withdraw(person, amount),
        await transfer(person, amount, { to_phone: other.phone }),
      ];
      for (const { status, body } of answers) {
        expect([amount, status]).toEqual([amount, 400]);
        expect(body.errors[0]).toMatchObject({ pointer: "/amount", message: expect.any(String) });
      }
    }
    expect([await balanceOf(person), await balanceOf(other)]).toEqual(["10.00", "0.00"]);
    expect(await transactionsOf(person)).toHaveLength(1);
  });

  it("answer missing, unknown and conflicting fields with 400", async () => {
    const person = await registerPerson();
    const wallet_id = person.wallet.id;
    const bodies: [string, unknown][] = [
      ["/v1/deposits", {}],
      ["/v1/deposits", []],
      ["/v1/deposits", "5.00"],
      ["/v1/deposits", { amount: "1.00", from_wallet_id: wallet_id }],
      ["/v1/deposits", { amount: "1.00", phone: person.phone, wallet_id }],
      ["/v1/deposits", { amount: "1.00", wallet_id: "wal_nonsense" }],
      ["/v1/deposits", { amount: "1.00", wallet_id: person.user.id }],
      ["/v1/deposits", { amount: "1.00", currency: "XYZ" }],
      ["/v1/deposits", { amount: "1.00", currency: "yem" }],
      ["/v1/withdrawals", { amount: "1.00", phone: "call me" }],
      ["/v1/transfers", { amount: "1.00" }],
      ["/v1/transfers", { amount: "1.00", to_phone: "" }],
      ["/v1/transfers", { amount: "1.00", to_phone: person.phone, to_wallet_id: wallet_id }],
      ["/v1/transfers", { amount: "1.00", to_phone: person.phone, note: "\u0000" }],
      ["/v1/transfers", { amount: "1.00", to_phone: person.phone, note: "x".repeat(281) }],
    ];
    for (const [path, body] of bodies) {
      const answer = await ask(person, "POST", path, body);
      expect([path, body, answer.status]).toEqual([path, body, 400]);
    }
    expect(await transactionsOf(person)).toEqual([]);
  });

  it("are recorded as failed when the request names a wallet of the caller", async () => {
    const [person, other] = [await funded("10.00"), await registerPerson()];
    const dollars = await openWallet(person, "USD");
    const cases: [Answer, number, string][] = [
      [await withdraw(person, "10.01"), 422, "insufficient_funds"],
      [await transfer(person, "10.01", { to_phone: other.phone }), 422, "insufficient_funds"],
      [await transfer(person, "1.00", { to_wallet_id: dollars }), 422, "currency_mismatch"],
      [await transfer(person, "1.00", { to_wallet_id: person.wallet.id }), 422, "same_wallet"],
      [await transfer(person, "1.00", { to_phone: "+967770000000" }), 404, "recipient_not_found"],
    ];
    for (const [answer, status, code] of cases) {
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.transaction).toMatchObject({
        status: "failed",
        failure_code: code,
        legs: [],
      });
    }
    expect(await transactionsOf(person, "&status=failed")).toHaveLength(cases.length);
    expect(await transactionsOf(other)).toEqual([]);
    expect(await balanceOf(person)).toBe("10.00");
  });
});

describe("flaws that wallets often have", () => {
  it("a negative transfer takes nothing from the receiver", async () => {
    const [sender, receiver] = [await registerPerson(), await funded("100.00")];
    expect((await transfer(sender, "-50.00", { to_phone: receiver.phone })).status).toBe(400);
    expect([await balanceOf(sender), await balanceOf(receiver)]).toEqual(["0.00", "100.00"]);
  });

  it("the balance is checked under the lock: one of ten spends of the last rial succeeds", async () => {
    const person = await funded("1.00");
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(person, "1.00")));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === "insufficient_funds")).toHaveLength(9);
    expect(await balanceOf(person)).toBe("0.00");
  });

  it("no user reads another user's wallet, entries or transactions", async () => {
    const [owner, otherPerson] = [await registerPerson(), await registerPerson()];
    const { body } = await deposit(owner, "1.00");
    for (const path of [
      `/v1/wallets/${owner.wallet.id}`,
      `/v1/wallets/${owner.wallet.id}/entries`,
      `/v1/transactions?wallet_id=${owner.wallet.id}`,
      `/v1/transactions/${body.id}`,
    ]) {
      expect([path, (await ask(otherPerson, "GET", path)).status]).toEqual([path, 404]);
    }
  });

  it("no user deposits to, or withdraws from, another user's phone or wallet", async () => {
    const [owner, otherPerson] = [await funded("10.00"), await funded("10.00")];
    for (const move of [deposit, withdraw]) {
      const byPhone = await move(otherPerson, "1.00", { phone: owner.phone });
      expect([byPhone.status, byPhone.body.code]).toEqual([403, "not_wallet_owner"]);
      const byId = await move(otherPerson, "1.00", { wallet_id: owner.wallet.id });
      expect([byId.status, byId.body.code]).toEqual([404, "wallet_not_found"]);
    }
    const from = { from_wallet_id: owner.wallet.id, to_wallet_id: otherPerson.wallet.id };
    expect((await transfer(otherPerson, "1.00", from)).body.code).toBe("wallet_not_found");
    expect([await balanceOf(owner), await balanceOf(otherPerson)]).toEqual(["10.00", "10.00"]);
  });

  it("a transfer between two currencies is refused", async () => {
    const [sender, receiver] = [await funded("10.00"), await registerPerson()];
    const dollars = await openWallet(receiver, "USD");
    for (const currency of ["YEM", "USD"]) {
      const { body } = await transfer(sender, "1.00", {
        from_wallet_id: sender.wallet.id,
        to_wallet_id: dollars,
        currency,
      });
      expect(body.code).toBe("currency_mismatch");
    }
  });

  it("references that are made at the same moment differ", async () => {
    const person = await registerPerson();
    const answers = await Promise.all(Array.from({ length: 50 }, () => deposit(person, "1.00")));
    expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(50);
  });

  it("a failed operation is recorded, and its user can read it", async () => {
    const person = await registerPerson();
    const { body } = await withdraw(person, "1.00");
    const found = await ask(person, "GET", `/v1/transactions/${body.transaction.id}`);
    expect(found.body).toEqual({ ...body.transaction, counterparty: null, refunds: null });
  });
});

describe("concurrency", () => {
  it("lets exactly 10 of 100 parallel transfers of 1.00 leave a wallet that holds 10.00", async () => {
    const [payer, payee] = [await funded("10.00"), await registerPerson()];
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => transfer(payer, "1.00", { to_phone: payee.phone })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ body }) => body.code === "insufficient_funds")).toHaveLength(90);
    expect(await transactionsOf(payer, "&status=failed")).toHaveLength(90);
    expect([await balanceOf(payer), await balanceOf(payee)]).toEqual(["0.00", "10.00"]);
  });

  it("settles 200 opposite transfers at once without deadlock, and keeps the sum", async () => {
    const [a, b] = [await funded("100.00"), await funded("100.00")];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        i % 2
          ? transfer(a, "1.00", { to_phone: b.phone })
          : transfer(b, "1.00", { to_phone: a.phone }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(200).fill(201));
    expect([await balanceOf(a), await balanceOf(b)]).toEqual(["100.00", "100.00"]);
  });

  it("moves money around a ring of users without losing any", async () => {
    const ring = await Promise.all(Array.from({ length: 6 }, () => funded("5.00")));
    const moves = ring.flatMap((person, i) =>
      [1, 2, 3].map((step) => {
        const to = ring[(i + step) % ring.length];
        return transfer(person, "2.00", { to_phone: to?.phone });
      }),
    );
    await Promise.all(moves);
    const balances = await Promise.all(ring.map((person) => balanceOf(person)));
    expect(balances.reduce((sum, balance) => sum + Number(balance), 0)).toBe(30);
  });
});

describe("Idempotency-Key", () => {
  it("makes one transaction and 20 equal answers from 20 parallel requests", async () => {
    const [payer, payee] = [await funded("100.00"), await registerPerson()];
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => transfer(payer, "5.00", { to_phone: payee.phone }, key)),
    );
    const [first] = answers;
    for (const answer of answers) {
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual(first?.body);
    }
    const replays = answers.filter(({ headers }) => headers.has("Idempotency-Replayed"));
    expect(replays).toHaveLength(19);
    expect(await balanceOf(payer)).toBe("95.00");
  });

  it("refuses another body, another route and another amount under a used key", async () => {
    const person = await funded("10.00");
    const key = crypto.randomUUID();
    expect((await withdraw(person, "1.00", {}, key)).status).toBe(201);
    const others = [
      await withdraw(person, "2.00", {}, key),
      await deposit(person, "1.00", {}, key),
      await withdraw(person, "1.00", { wallet_id: person.wallet.id }, key),
    ];
    for (const { status, body } of others) {
      expect([status, body.code]).toEqual([422, "idempotency_key_reused"]);
    }
    expect(await balanceOf(person)).toBe("9.00");
  });

  it("is the same request however its JSON is written", async () => {
    const person = await registerPerson();
    const key = crypto.randomUUID();
    const first = await deposit(person, "1.00", { currency: "YEM" }, key);
    const second = await deposit(person, 1, {}, key);
    expect(second.body).toEqual(first.body);
  });

  it("replays a failure, although the balance would be sufficient now", async () => {
    const person = await registerPerson();
    const key = crypto.randomUUID();
    const first = await withdraw(person, "5.00", {}, key);
    await deposit(person, "10.00");
    const second = await withdraw(person, "5.00", {}, key);
    expect([first.status, second.status]).toEqual([422, 422]);
    expect(second.body.transaction).toEqual(first.body.transaction);
    expect(second.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await balanceOf(person)).toBe("10.00");
  });

  it("belongs to one user: the same key of two users is two requests", async () => {
    const people = [await registerPerson(), await registerPerson()];
    const key = crypto.randomUUID();
    for (const person of people) {
      expect((await deposit(person, "1.00", {}, key)).headers.has("Idempotency-Replayed")).toBe(
        false,
      );
    }
  });

  it("is optional: two equal payments without a key are both posted", async () => {
    const person = await registerPerson();
    await Promise.all([deposit(person, "1.00"), deposit(person, "1.00")]);
    expect(await balanceOf(person)).toBe("2.00");
  });

  it("has 1 to 255 visible characters", async () => {
    const person = await registerPerson();
    expect((await deposit(person, "1.00", {}, "k".repeat(255))).status).toBe(201);
    for (const key of ["k".repeat(256), "two words", '""']) {
      expect((await deposit(person, "1.00", {}, key)).status).toBe(400);
    }
  });
});

describe("security", () => {
  it("a session that has ended moves no money from the next request on", async () => {
    const person = await funded("10.00");
    await api("POST", "/v1/auth/logout", { token: person.accessToken });
    for (const move of [deposit, withdraw]) {
      const { status, body } = await move(person, "1.00");
      expect([status, body.code]).toEqual([401, "session_ended"]);
    }
  });
});
