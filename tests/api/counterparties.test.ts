import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { api, jsonOf, PASSWORD, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";
import { openWallet, quoted, setRate } from "../rates.ts";
import { post, read } from "./as-person.ts";
import { capture, holdNow, place, send } from "./hold-acts.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

let amina: Person;
let bilal: Person;
beforeAll(async () => {
  [amina, bilal] = [await registerPerson("Amina Saleh"), await registerPerson("Bilal Nasser")];
  await post(amina, "/v1/deposits", { amount: "9000.00" });
});

const AMINA = { name: "A*** S***", is_own: false };
const BILAL = { name: "B*** N***", is_own: false };

const pay = (payer: Person, to_wallet_id: string, amount = "10.00") =>
  post(payer, "/v1/transfers", { amount, to_wallet_id });

/** Whom the list, the transaction itself and the entries of the first wallet name. */
async function named(viewer: Person, id: string) {
  const { data } = await read(viewer, "/v1/transactions?limit=100");
  const entries = await read(viewer, `/v1/wallets/${viewer.wallet.id}/entries?limit=100`);
  const entry = entries.data.find((one: { transaction_id: string }) => one.transaction_id === id);
  return {
    list: data.find((one: { id: string }) => one.id === id)?.counterparty,
    one: (await read(viewer, `/v1/transactions/${id}`)).counterparty,
    entry: entry?.counterparty,
  };
}
const inAll = (counterparty: object | null) => ({
  list: counterparty,
  one: counterparty,
  entry: counterparty,
});

describe("the counterparty of a payment", () => {
  it("is the other person, for each of the two, by their masked name", async () => {
    const { id } = await pay(amina, bilal.wallet.id);
    expect(await named(amina, id)).toEqual(inAll(BILAL));
    expect(await named(bilal, id)).toEqual(inAll(AMINA));
  });

  it("is the viewer between two wallets of theirs", async () => {
    const { id: savings } = await post(amina, "/v1/wallets", { currency: "YEM" });
    const { id } = await pay(amina, savings);
    const own = { ...AMINA, is_own: true };
    expect(await named(amina, id)).toEqual(inAll(own));
    const { data } = await read(amina, `/v1/wallets/${savings}/entries`);
    expect(data).toMatchObject([{ transaction_id: id, counterparty: own }]);
  });

  it("of a refund is the one who gets it, and the one who gives it", async () => {
    const paid = await pay(amina, bilal.wallet.id);
    const { id } = await post(bilal, `/v1/transactions/${paid.id}/refunds`, { amount: "4.00" });
    expect(await named(bilal, id)).toEqual(inAll(AMINA));
    expect(await named(amina, id)).toEqual(inAll(BILAL));
  });

  it("of a hold and of its capture is the payee for the payer, and the payer for the payee", async () => {
    const hold = await place(amina, bilal, { amount: "40.00" });
    expect((await capture(bilal, hold, { amount: "15.00" })).status).toBe(201);
    for (const [viewer, other] of [[amina, BILAL] as const, [bilal, AMINA] as const]) {
      const { counterparty, transactions } = await holdNow(viewer, hold);
      expect(counterparty).toEqual(other);
      expect(transactions).toMatchObject([
        { type: "HOLD", counterparty: other },
        { type: "CAPTURE", counterparty: other },
      ]);
      expect(await named(viewer, transactions[1].id)).toEqual(inAll(other));
      for (const filter of ["", `&wallet_id=${viewer.wallet.id}`]) {
        const { data } = await read(viewer, `/v1/holds?limit=100${filter}`);
        const found = data.find(({ id }: { id: string }) => id === hold.id);
        expect(found.counterparty, filter).toEqual(other);
      }
    }
  });

  it("of a hold between own wallets is the viewer, whichever wallet is asked for", async () => {
    const { id: savings } = await post(amina, "/v1/wallets", { currency: "YEM" });
    const body = { amount: "1.00", to_wallet_id: savings, expires_in: 3_600 };
    const { hold } = await jsonOf(send(amina, "/v1/holds", body));
    const { data } = await read(amina, `/v1/holds?wallet_id=${savings}`);
    expect(data).toMatchObject([{ id: hold.id, counterparty: { ...AMINA, is_own: true } }]);
  });

  it("is named in each currency of a payment with a quote, and not in an exchange", async () => {
    await setRate({ base: "SAR", counter: "YEM", market: "aden", numerator: 430 });
    await openWallet(amina, "SAR", { amount: "100.00" });
    const ask = { from_currency: "SAR", to_currency: "YEM", amount: "1.00" };
    const [first, second] = [await quoted(amina, ask), await quoted(amina, ask)];
    const sent = { quote_id: first.id, to_wallet_id: bilal.wallet.id };
    const { id } = await post(amina, "/v1/transfers", sent);
    expect((await read(amina, `/v1/transactions/${id}`)).counterparty).toEqual(BILAL);
    expect(await named(bilal, id)).toEqual(inAll(AMINA));
    const exchange = await post(amina, "/v1/exchanges", { quote_id: second.id });
    expect(await named(amina, exchange.id)).toEqual(inAll(null));
  });
});

describe("nobody is named", () => {
  it("in a deposit or a withdrawal", async () => {
    const made = [
      await post(amina, "/v1/deposits", { amount: "5.00" }),
      await post(amina, "/v1/withdrawals", { amount: "5.00" }),
    ];
    for (const { id } of made) expect(await named(amina, id)).toEqual(inAll(null));
  });

  it("in a failed payment, to a known recipient or an own wallet", async () => {
    const { id: savings } = await post(amina, "/v1/wallets", { currency: "YEM" });
    for (const to of [bilal.wallet.id, savings]) {
      const { transaction } = await pay(amina, to, "90000.00");
      expect(transaction).toMatchObject({ status: "failed" });
      expect(await named(amina, transaction.id)).toEqual({ ...inAll(null), entry: undefined });
      const failed = await read(amina, "/v1/transactions?status=failed&limit=1");
      expect(failed.data).toMatchObject([{ id: transaction.id, counterparty: null }]);
    }
  });

  it("in a correction by operators", async () => {
    const [maker, checker] = [await registerOperator("admin"), await registerOperator("admin")];
    const person = await registerPerson("Corrected Person");
    const body = { direction: "credit", amount: "5.00", reason: "goodwill" };
    const asked = await act(maker, "POST", `/wallets/${person.wallet.id}/adjustments`, body);
    const { id } = await jsonOf(asked);
    const made = await jsonOf(act(checker, "POST", `/money-proposals/${id}/approve`));
    expect(await named(person, made.transaction_id)).toEqual(inAll(null));
  });

  it("after the account was deleted", async () => {
    const gone = await registerPerson("Gone Person");
    const { id } = await pay(amina, gone.wallet.id);
    await post(gone, "/v1/withdrawals", { amount: "10.00" });
    const { accessToken: token } = gone;
    const request = { token, body: { password: PASSWORD } };
    expect((await api("DELETE", "/v1/users/me", request)).status).toBe(204);
    expect(await named(amina, id)).toEqual(inAll(null));
  });

  it("in the answer of a POST, which is the outcome of the ledger", async () => {
    const hold = await place(amina, bilal, { amount: "1.00" });
    const captured = await jsonOf(capture(bilal, hold));
    for (const body of [await pay(amina, bilal.wallet.id), hold, captured, captured.hold]) {
      expect(body).not.toHaveProperty("counterparty");
    }
  });

  it("to operators, who read the parties", async () => {
    const { id } = await pay(amina, bilal.wallet.id);
    const support = await registerOperator("support");
    const one = await jsonOf(act(support, "GET", `/transactions/${id}`));
    expect(one.parties).toHaveLength(2);
    const list = await jsonOf(act(support, "GET", `/users/${amina.user.id}/transactions`));
    expect(list.data[0]).toMatchObject({ id });
    for (const body of [one, list.data[0]]) expect(body).not.toHaveProperty("counterparty");
  });
});

describe("the name of a counterparty", () => {
  it("is the present one: a new name shows in old payments", async () => {
    const person = await registerPerson("Old Name");
    const { id } = await pay(amina, person.wallet.id);
    expect(await named(amina, id)).toEqual(inAll({ name: "O*** N***", is_own: false }));
    const { accessToken: token } = person;
    const body = { username: "Zahra" };
    expect((await api("PATCH", "/v1/users/me", { token, body })).status).toBe(200);
    expect(await named(amina, id)).toEqual(inAll({ name: "Z***", is_own: false }));
  });

  it("is masked in Arabic, letters with their marks, as the check of a recipient does", async () => {
    const person = await registerPerson("بِلال ناصر");
    const { id } = await pay(amina, person.wallet.id);
    const check = await post(amina, "/v1/recipients/check", { wallet_id: person.wallet.id });
    expect(check.name).toBe("بِ*** ن***");
    expect(await named(amina, id)).toEqual(inAll({ name: check.name, is_own: false }));
  });

  it("is shown of a person whose wallet is closed or who is suspended", async () => {
    const person = await registerPerson("Closed Wallet");
    const { id: second } = await post(person, "/v1/wallets", { currency: "YEM" });
    const { id } = await pay(amina, second);
    const closed = await send(person, `/v1/wallets/${second}/close`, {
      sweep_to_wallet_id: person.wallet.id,
    });
    expect(closed.status).toBe(200);
    const admin = await registerOperator("admin");
    const reason = { reason: "suspected_takeover" };
    const path = `/users/${person.user.id}/suspension`;
    expect((await act(admin, "PUT", path, reason)).status).toBe(200);
    expect(await named(amina, id)).toEqual(inAll({ name: "C*** W***", is_own: false }));
  });
});
