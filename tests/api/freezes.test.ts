import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { FREEZE_DAYS_MAX } from "../../src/domain/bounds.ts";
import { toWireId, type WalletId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import worker from "../../src/index.ts";
import { auditEventsOf, idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(async () => {
  vi.restoreAllMocks();
  await proveLedger(connectHttp(readConfig(env)));
});

const freeze = (operator: Person, { wallet }: Person, body: object = { reason: "owner_request" }) =>
  act(operator, "PUT", `/wallets/${wallet.id}/freeze`, body);
const unfreeze = (operator: Person, { wallet }: Person) =>
  act(operator, "DELETE", `/wallets/${wallet.id}/freeze`, { reason: "owner_verified" });
const walletOf = (person: Person) => read(person, `/v1/wallets/${person.wallet.id}`);
const send = (person: Person, path: string, body: object) =>
  api("POST", path, { token: person.accessToken, body });
const inDays = (days: number, ms = 0) =>
  new Date(Date.now() + days * 86_400_000 + ms).toISOString();

/** Lets the freeze of a wallet run out, as time does. */
const runOut = ({ wallet }: Person) =>
  query(sql`UPDATE wallets SET frozen_until = now() - interval '1 millisecond'
    WHERE id = ${idOf("wal", wallet.id)}`);

async function rich(): Promise<Person> {
  const person = await registerPerson();
  await post(person, "/v1/deposits", { amount: "100.00" });
  return person;
}

describe("a freeze", () => {
  it("stops money in every direction, is seen by the owner, and leaves the rest alone", async () => {
    const [support, person, other] = [
      await registerOperator("support"),
      await rich(),
      await rich(),
    ];
    expect(await jsonOf(freeze(support, person))).toMatchObject({
      id: person.wallet.id,
      status: "frozen",
      balance: "100.00",
      freeze: { reason: "owner_request", until: null },
    });
    expect(await walletOf(person)).toMatchObject({ status: "frozen", balance: "100.00" });
    const amount = "1.00";
    for (const [path, body] of [
      ["/v1/deposits", { amount }],
      ["/v1/withdrawals", { amount }],
      ["/v1/transfers", { amount, to_phone: other.phone }],
    ] as const) {
      const problem = await expectProblem(send(person, path, body), 409, "wallet_frozen");
      expect(problem.transaction).toMatchObject({ status: "failed" });
    }
    const inward = send(other, "/v1/transfers", { amount, to_phone: person.phone });
    await expectProblem(inward, 409, "recipient_unavailable");
    const label = { token: person.accessToken, body: { label: "Still mine" } };
    expect((await api("PATCH", `/v1/wallets/${person.wallet.id}`, label)).status).toBe(200);
  });

  it("is lifted by an operator, and money moves again", async () => {
    const [support, person] = [await registerOperator("support"), await rich()];
    await freeze(support, person);
    expect(await jsonOf(unfreeze(support, person))).toMatchObject({
      status: "active",
      freeze: null,
    });
    expect((await send(person, "/v1/withdrawals", { amount: "1.00" })).status).toBe(201);
    await expectProblem(unfreeze(support, person), 409, "wallet_not_frozen");
  });

  it("that has run out counts no more, before any job has come", async () => {
    const [support, person, other] = [
      await registerOperator("support"),
      await rich(),
      await rich(),
    ];
    await freeze(support, person, { reason: "investigation", until: inDays(1) });
    await runOut(person);
    expect(await walletOf(person)).toMatchObject({ status: "active" });
    const { data } = await jsonOf(act(support, "GET", `/users/${person.user.id}/wallets`));
    expect(data).toMatchObject([{ status: "active", freeze: null }]);
    expect((await send(person, "/v1/withdrawals", { amount: "1.00" })).status).toBe(201);
    const inward = { amount: "1.00", to_phone: person.phone };
    expect((await send(other, "/v1/transfers", inward)).status).toBe(201);
    await expectProblem(unfreeze(support, person), 409, "wallet_not_frozen");
    expect((await freeze(support, person)).status).toBe(200);
    await expectProblem(send(person, "/v1/withdrawals", { amount: "1.00" }), 409, "wallet_frozen");
  });

  it("that has run out does not keep an account from being ended", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(support, person, { reason: "investigation", until: inDays(1) });
    const end = () =>
      api("DELETE", "/v1/users/me", {
        token: person.accessToken,
        body: { password: person.password },
      });
    await expectProblem(end(), 409, "wallet_frozen");
    await runOut(person);
    expect((await end()).status).toBe(204);
    await expectProblem(freeze(support, person), 409, "wallet_closed");
  });

  it("that has run out is tidied by the nightly job, and the owner is told", async () => {
    const [support, person, other] = [
      await registerOperator("support"),
      await rich(),
      await rich(),
    ];
    await freeze(support, person, { reason: "investigation", until: inDays(1) });
    await freeze(support, other, { reason: "investigation", until: inDays(1) });
    await runOut(person);
    await worker.scheduled(createScheduledController({ cron: "17 3 * * *" }), env);
    const rows = await query(sql`SELECT status, freeze_reason, frozen_until FROM wallets
      WHERE id = ${idOf("wal", person.wallet.id)}`);
    expect(rows).toEqual([{ status: "active", freeze_reason: null, frozen_until: null }]);
    expect((await auditEventsOf(person.user.id)).at(-1)?.type).toBe("freeze_expired");
    const [newest] = (await read(person, "/v1/users/me/audit-events?limit=1")).data;
    expect(newest).toMatchObject({ actor: "service", wallet_id: person.wallet.id });
    expect(await walletOf(other)).toMatchObject({ status: "frozen" });
  });

  it(`ends in the future, and within ${FREEZE_DAYS_MAX} days`, async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const until = (moment: string) =>
      freeze(support, person, { reason: "investigation", until: moment });
    const late = until(inDays(FREEZE_DAYS_MAX, 60_000));
    await expectProblem(late, 400, "invalid_request", "/until");
    await expectProblem(until(inDays(0)), 400, "invalid_request", "/until");
    await expectProblem(until("tomorrow"), 400, "invalid_request", "/until");
    const edge = inDays(FREEZE_DAYS_MAX, -1);
    expect((await jsonOf(until(edge))).freeze.until).toBe(edge);
  });

  it("needs a reason of the list, a wallet of somebody else's, and one that is not frozen", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await expectProblem(freeze(support, person, {}), 400, "invalid_request", "/reason");
    const free = freeze(support, person, { reason: "because he owes me" });
    await expectProblem(free, 400, "invalid_request", "/reason");
    await expectProblem(freeze(support, support), 403, "own_account");
    const [{ id }] = (await query<{ id: string }>(
      sql`SELECT id FROM wallets WHERE system_purpose = 'cash_in' AND currency = 'YEM'`,
    )) as [{ id: string }];
    const system = { ...person, wallet: { ...person.wallet, id: toWireId("wal", id as WalletId) } };
    await expectProblem(freeze(support, system), 404, "wallet_not_found");
    await freeze(support, person);
    await expectProblem(freeze(support, person), 409, "wallet_frozen");
  });

  it("cannot be lifted by an operator from a wallet of their own", async () => {
    const [support, admin] = [await registerOperator("support"), await registerOperator("admin")];
    await freeze(admin, support);
    await expectProblem(unfreeze(support, support), 403, "own_account");
    expect(await walletOf(support)).toMatchObject({ status: "frozen" });
  });

  it("does not happen when its event cannot be written", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    vi.spyOn(console, "error").mockImplementation(() => {});
    const id = sql.raw(`'${idOf("wal", person.wallet.id)}'`);
    await query(sql`ALTER TABLE audit_events ADD CONSTRAINT no_event_of_this_wallet
      CHECK (wallet_id <> ${id}) NOT VALID`);
    try {
      await expectProblem(freeze(support, person), 500, "internal_error");
    } finally {
      await query(sql`ALTER TABLE audit_events DROP CONSTRAINT no_event_of_this_wallet`);
    }
    expect(await walletOf(person)).toMatchObject({ status: "active" });
    expect((await freeze(support, person)).status).toBe(200);
  });

  it("is set once by ten operators at the same moment", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => freeze(support, person)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    const events = (await auditEventsOf(person.user.id)).filter(
      ({ type }) => type === "wallet_frozen",
    );
    expect(events).toHaveLength(1);
  });

  it("that races a closing never brings the wallet back", async () => {
    const support = await registerOperator("support");
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const body = { password: person.password };
      const end = api("DELETE", "/v1/users/me", { token: person.accessToken, body });
      const [closing, freezing] = await Promise.all([end, freeze(support, person)]);
      const [row] = await query(sql`SELECT status FROM wallets
        WHERE id = ${idOf("wal", person.wallet.id)}`);
      const isClosed = closing.status === 204;
      expect([isClosed, freezing.status, row?.status]).toEqual(
        isClosed ? [true, 409, "closed"] : [false, 200, "frozen"],
      );
    }
  });

  it("lets nothing through that is asked after it was answered, in the middle of a stream", async () => {
    const [support, person] = [await registerOperator("support"), await rich()];
    const spend = () => send(person, "/v1/withdrawals", { amount: "1.00" });
    const before = Array.from({ length: 10 }, spend);
    expect((await freeze(support, person)).status).toBe(200);
    const after = await Promise.all(Array.from({ length: 5 }, spend));
    expect(after.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);
    const early = (await Promise.all(before)).filter(({ status }) => status === 201).length;
    expect(await walletOf(person)).toMatchObject({ balance: `${100 - early}.00` });
  });
});
