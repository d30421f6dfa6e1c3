import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  FAILED_TRANSACTIONS_PER_HOUR_MAX,
  OWNERSHIP_REFUSED_PER_HOUR_MAX,
} from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

const database = connectHttp(readConfig(env));
afterEach(() => proveLedger(database));

const send = (person: Person, path: string, body: unknown) =>
  api("POST", path, { token: person.accessToken, body });
const get = (person: Person, path: string) => api("GET", path, { token: person.accessToken });
const violationsOf = async (person: Person) =>
  (await auditEvents(person.user.id)).filter(({ type }) => type === "ownership_refused").length;

describe("failed transactions", () => {
  it("are recorded up to the bound of an hour, one after another and in parallel; then refused for now", async () => {
    const person = await registerPerson();
    const withdraw = () => send(person, "/v1/withdrawals", { amount: "1.00" });
    const parallel = await Promise.all(
      Array.from({ length: FAILED_TRANSACTIONS_PER_HOUR_MAX - 1 }, withdraw),
    );
    expect(new Set(parallel.map(({ status }) => status))).toEqual(new Set([422]));
    await expectProblem(withdraw(), 422, "insufficient_funds");
    const answer = await withdraw();
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(3_000);
    expect(Number(answer.headers.get("Retry-After"))).toBeLessThanOrEqual(3_600);
    const problem = await expectProblem(answer, 429, "too_many_attempts");
    expect(problem.transaction).toBeUndefined();
    // Another failure code has a count of its own, and what succeeds is never counted.
    const same = { amount: "1.00", to_wallet_id: person.wallet.id };
    await expectProblem(send(person, "/v1/transfers", same), 422, "same_wallet");
    expect((await send(person, "/v1/deposits", { amount: "1.00" })).status).toBe(201);
    expect((await withdraw()).status).toBe(201);
    const { data } = await jsonOf(get(person, "/v1/transactions?status=failed&limit=200"));
    expect(data).toHaveLength(FAILED_TRANSACTIONS_PER_HOUR_MAX + 1);
  });

  it("of 250 parallel withdrawals from an empty wallet are no more than the bound", async () => {
    const person = await registerPerson();
    const answers = await Promise.all(
      Array.from({ length: 250 }, () => send(person, "/v1/withdrawals", { amount: "1.00" })),
    );
    const recorded = answers.filter(({ status }) => status === 422);
    expect(recorded).toHaveLength(FAILED_TRANSACTIONS_PER_HOUR_MAX);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(150);
  });
});

describe("audit events of ownership violations", () => {
  it("are one an hour for one wallet: of 50 parallel reads, changes and payments together", async () => {
    const [person, owner] = [await registerPerson(), await registerPerson()];
    const wallet = owner.wallet.id;
    const ways = [
      () => get(person, `/v1/wallets/${wallet}`),
      () => get(person, `/v1/wallets/${wallet}/entries`),
      () => get(person, `/v1/transactions?wallet_id=${wallet}`),
      () =>
        api("PATCH", `/v1/wallets/${wallet}`, { token: person.accessToken, body: { label: "x" } }),
      () => send(person, "/v1/deposits", { amount: "1.00", wallet_id: wallet }),
      () =>
        send(person, "/v1/transfers", {
          amount: "1.00",
          from_wallet_id: wallet,
          to_wallet_id: wallet,
        }),
    ];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (ways[i % ways.length] as () => Promise<Response>)()),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(await violationsOf(person)).toBe(1);
  });

  it("are at most the bound of an hour over many wallets, by reads and by payments", async () => {
    const owner = await registerPerson();
    const wallets = [owner.wallet.id];
    for (let i = 0; i < OWNERSHIP_REFUSED_PER_HOUR_MAX + 4; i++) {
      wallets.push((await jsonOf(send(owner, "/v1/wallets", { currency: "YEM" }))).id);
    }
    const [reader, payer] = [await registerPerson(), await registerPerson()];
    for (const [i, id] of wallets.entries()) {
      if (i === OWNERSHIP_REFUSED_PER_HOUR_MAX) {
        expect(await violationsOf(reader)).toBe(OWNERSHIP_REFUSED_PER_HOUR_MAX);
      }
      await get(reader, `/v1/wallets/${id}`);
    }
    await Promise.all(
      wallets.map((wallet_id) => send(payer, "/v1/deposits", { amount: "1.00", wallet_id })),
    );
    expect(await violationsOf(reader)).toBe(OWNERSHIP_REFUSED_PER_HOUR_MAX);
    expect(await violationsOf(payer)).toBe(OWNERSHIP_REFUSED_PER_HOUR_MAX);
  });
});
