import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  BALANCE_DAYS_DEFAULT,
  BALANCE_DAYS_MAX,
  BALANCE_STEPS_MAX,
} from "../../src/domain/bounds.ts";
import { fromWireId } from "../../src/domain/ids.ts";
import { microsOf } from "../../src/domain/instant.ts";
import { readConfig } from "../../src/env.ts";
import { readBalances } from "../../src/services/money/read-balances.ts";
import { servicesAt } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { callerOf } from "../services.ts";
import { get, post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const DAY_MS = 86_400_000;
interface Step {
  readonly at: string;
  readonly balance: string;
}
const pathOf = (person: Person, query = "") => `/v1/wallets/${person.wallet.id}/balances${query}`;
const deposit = (person: Person, amount: string) => post(person, "/v1/deposits", { amount });
const balancesOf = ({ data }: { data: Step[] }) => data.map(({ balance }) => balance);

/** The balances as the service reads them at this time, Unix time in milliseconds. */
async function readAt(person: Person, atMs: number, days: number) {
  const wallet = fromWireId("wal", person.wallet.id);
  if (!wallet) throw new Error("no wallet");
  const found = await readBalances(servicesAt(atMs), callerOf(person), wallet, days);
  if (!found.ok) throw new Error(found.code);
  const { opening, steps } = found.value;
  return [opening.balanceMinor, ...steps.map(({ balanceMinor }) => balanceMinor)];
}

describe("GET /v1/wallets/{id}/balances", () => {
  it("begins at nothing, and has each change with its time", async () => {
    const [salma, omar] = [await registerPerson(), await registerPerson()];
    await deposit(salma, "100.00");
    await post(salma, "/v1/transfers", { amount: "2.50", to_phone: omar.phone });
    await post(salma, "/v1/withdrawals", { amount: "7.50" });
    const answer = await read(salma, pathOf(salma));
    expect(answer).toMatchObject({ currency: "YEM", is_exact: true });
    expect(answer.opening.balance).toBe("0.00");
    expect(balancesOf(answer)).toEqual(["100.00", "97.50", "90.00"]);
    const entries = await read(salma, `/v1/wallets/${salma.wallet.id}/entries`);
    const posted = entries.data.map((entry: { posted_at: string }) => entry.posted_at);
    expect(answer.data.map(({ at }: Step) => at)).toEqual(posted.reverse());
    const spanMicros = microsOf(answer.until) - microsOf(answer.opening.at);
    expect(spanMicros).toBe(BigInt(BALANCE_DAYS_DEFAULT * DAY_MS) * 1_000n);
  });

  it("of a new wallet has no change", async () => {
    const person = await registerPerson();
    expect(await read(person, pathOf(person))).toMatchObject({
      opening: { balance: "0.00" },
      data: [],
      is_exact: true,
    });
  });

  it("includes an entry at the begin of the time, and opens with an earlier one", async () => {
    const person = await registerPerson();
    const { posted_at } = await deposit(person, "10.00");
    await deposit(person, "5.00");
    // The begin is in whole milliseconds: not after the entry, and then after it.
    const postedMs = Number(microsOf(posted_at) / 1_000n);
    expect(await readAt(person, postedMs + DAY_MS, 1)).toEqual([0n, 1_000n, 1_500n]);
    expect((await readAt(person, postedMs + 1 + DAY_MS, 1))[0]).toBeGreaterThanOrEqual(1_000n);
    expect(await readAt(person, postedMs + 10 * DAY_MS, 1)).toEqual([1_500n]);
    expect(await readAt(person, postedMs + 10 * DAY_MS, 11)).toEqual([0n, 1_000n, 1_500n]);
  });

  it(`has at most ${BALANCE_STEPS_MAX} steps, and ends with the balance of now`, async () => {
    const person = await registerPerson();
    const many = (count: number) =>
      Promise.all(Array.from({ length: count }, () => deposit(person, "1.00")));
    await many(BALANCE_STEPS_MAX);
    const exact = await read(person, pathOf(person));
    expect([exact.data.length, exact.is_exact]).toEqual([BALANCE_STEPS_MAX, true]);
    expect(exact.data.at(-1).balance).toBe("200.00");
    await many(1);
    const sampled = await read(person, pathOf(person));
    expect(sampled.data.length).toBeLessThanOrEqual(BALANCE_STEPS_MAX);
    expect([sampled.data.at(-1).balance, sampled.is_exact]).toEqual(["201.00", false]);
  });

  it(`goes back 1 to ${BALANCE_DAYS_MAX} days`, async () => {
    const person = await registerPerson();
    for (const days of [1, BALANCE_DAYS_MAX]) {
      expect((await get(person, pathOf(person, `?days=${days}`))).status).toBe(200);
    }
    for (const days of ["0", "367", "1000", "-1", "1.5", "", "x", "01", "3e1", "%D9%A3"]) {
      const answer = get(person, pathOf(person, `?days=${days}`));
      await expectProblem(answer, 400, "invalid_request", "/days");
    }
    const unknown = get(person, pathOf(person, "?zone=Asia/Aden"));
    await expectProblem(unknown, 400, "invalid_request", "/zone");
  });

  it("is there for a frozen wallet, and for one that is closed", async () => {
    const [person, support] = [await registerPerson(), await registerOperator("support")];
    await deposit(person, "3.00");
    const { id } = person.wallet;
    await act(support, "PUT", `/wallets/${id}/freeze`, { reason: "investigation" });
    expect(balancesOf(await read(person, pathOf(person)))).toEqual(["3.00"]);
    const other = await registerPerson();
    await deposit(other, "4.00");
    await post(other, "/v1/withdrawals", { amount: "4.00" });
    await query(sql`UPDATE wallets SET status = 'closed', is_default = false
      WHERE id = ${idOf("wal", other.wallet.id)}`);
    expect(balancesOf(await read(other, pathOf(other)))).toEqual(["4.00", "0.00"]);
  });

  it("counts money on hold as money that is there", async () => {
    const [payer, payee] = [await registerPerson(), await registerPerson()];
    await deposit(payer, "10.00");
    const body = { amount: "4.00", to_phone: payee.phone, expires_in: 3_600 };
    expect((await api("POST", "/v1/holds", { token: payer.accessToken, body })).status).toBe(201);
    expect(balancesOf(await read(payer, pathOf(payer)))).toEqual(["10.00"]);
  });

  it("is refused for another user's wallet, which the audit log records", async () => {
    const [salma, omar] = [await registerPerson(), await registerPerson()];
    await deposit(omar, "1.00");
    await expectProblem(get(salma, pathOf(omar)), 404, "wallet_not_found");
    const missing = get(salma, "/v1/wallets/wal_01kazv5q0vfvtrx6r2n1p3b4c5/balances");
    await expectProblem(missing, 404, "wallet_not_found");
    const events = await auditEvents(salma.user.id);
    expect(events.filter(({ type }) => type === "ownership_refused")).toHaveLength(1);
  });
});
