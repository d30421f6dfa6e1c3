import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

const database = connectHttp(readConfig(env));
afterEach(() => proveLedger(database));

const send = (person: Person, path: string, body: unknown, key?: string) =>
  api("POST", path, {
    token: person.accessToken,
    body,
    headers: key === undefined ? {} : { "Idempotency-Key": key },
  });
const suspend = ({ user }: Person) =>
  query(sql`UPDATE users SET suspended_at = now(), suspension_reason = 'suspected_takeover'
    WHERE id = ${idOf("usr", user.id)}`);
const lift = ({ user }: Person) =>
  query(sql`UPDATE users SET suspended_at = NULL, suspension_reason = NULL
    WHERE id = ${idOf("usr", user.id)}`);
async function funded(): Promise<Person> {
  const person = await registerPerson();
  expect((await send(person, "/v1/deposits", { amount: "100.00" })).status).toBe(201);
  return person;
}
const balanceOf = async ({ accessToken: token, wallet }: Person): Promise<string> =>
  (await jsonOf(api("GET", `/v1/wallets/${wallet.id}`, { token }))).balance;

describe("a suspended person", () => {
  it("moves no money, and each try is recorded without a wallet of somebody else", async () => {
    const [person, other] = [await funded(), await registerPerson()];
    await suspend(person);
    const amount = "1.00";
    for (const [path, body] of [
      ["/v1/deposits", { amount }],
      ["/v1/deposits", { amount, phone: person.phone }],
      ["/v1/withdrawals", { amount, wallet_id: person.wallet.id }],
      // Before the funds, and before the step-up that a large amount needs.
      ["/v1/withdrawals", { amount: "9999999.00" }],
      ["/v1/transfers", { amount, to_phone: other.phone }],
      ["/v1/transfers", { amount, to_wallet_id: other.wallet.id }],
      ["/v1/transfers", { amount, to_wallet_id: person.wallet.id }],
    ] as const) {
      const problem = await expectProblem(send(person, path, body), 403, "account_suspended");
      expect(problem.transaction).toMatchObject({ status: "failed", legs: [] });
      expect(problem.transaction.to_wallet).not.toBe(other.wallet.id);
    }
    expect([await balanceOf(person), await balanceOf(other)]).toEqual(["100.00", "0.00"]);
    const foreign = { amount, wallet_id: other.wallet.id };
    await expectProblem(send(person, "/v1/deposits", foreign), 404, "wallet_not_found");
  });

  it("gets the first answer again for a request of before, and moves money after the suspension", async () => {
    const person = await funded();
    const [before, during] = [crypto.randomUUID(), crypto.randomUUID()];
    const withdraw = (key: string) => send(person, "/v1/withdrawals", { amount: "1.00" }, key);
    const first = await jsonOf(withdraw(before));
    await suspend(person);
    await expectProblem(withdraw(during), 403, "account_suspended");
    const replay = await withdraw(before);
    expect([replay.status, replay.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    expect(await jsonOf(replay)).toEqual(first);
    await lift(person);
    await expectProblem(withdraw(during), 403, "account_suspended");
    expect((await withdraw(crypto.randomUUID())).status).toBe(201);
  });

  it("still receives what others send", async () => {
    const [person, payer] = [await funded(), await funded()];
    await suspend(person);
    const body = { amount: "1.00", to_phone: person.phone };
    expect((await send(payer, "/v1/transfers", body)).status).toBe(201);
    expect(await balanceOf(person)).toBe("101.00");
  });

  it("cannot delete the account", async () => {
    const person = await registerPerson();
    await suspend(person);
    const request = { token: person.accessToken, body: { password: person.password } };
    await expectProblem(api("DELETE", "/v1/users/me", request), 403, "account_suspended");
    await lift(person);
    expect((await api("DELETE", "/v1/users/me", request)).status).toBe(204);
  });

  it("who is suspended while transfers are in flight has each of them before or after it", async () => {
    const [person, payee] = [await funded(), await registerPerson()];
    const body = { amount: "1.00", to_phone: payee.phone };
    const pay = () => send(person, "/v1/transfers", body);
    const early = Array.from({ length: 20 }, pay);
    const suspended = suspend(person).then(() => pay());
    const answers = await Promise.all([...early, ...Array.from({ length: 20 }, pay)]);
    await expectProblem(suspended, 403, "account_suspended");
    const paid = answers.filter(({ status }) => status === 201).length;
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(40 - paid);
    expect(await balanceOf(person)).toBe(`${100 - paid}.00`);
    expect(await balanceOf(payee)).toBe(`${paid}.00`);
  });
});
